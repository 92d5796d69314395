import type { AuditEntry } from '../../src/model/officer.ts';
import { draftOf } from '../../src/model/report.ts';
import { openTicket } from '../../src/model/ticket.ts';
import { newSession } from '../../src/model/session.ts';
import type { TallyEntry } from '../../src/model/tally.ts';
import type { TokenPair } from '../../src/model/token.ts';
import type {
  InboxEntry,
  OutboxEntry,
  TicketDraft,
  TurnCommit,
  UnansweredQuestion,
} from '../../src/store/store.ts';

export const NOON = new Date('2026-11-21T05:00:00Z');

/** Lan, who writes to the account of Nấm Dẩn. */
export const LAN = { oaId: '388613280878808645', userId: '246845883529197922' };
/** Somebody else on the same account. */
export const NAM = { oaId: LAN.oaId, userId: '246845883529197933' };

/** A message of Lan's as the webhook keeps it. */
export function anEvent(eventId: string, change: Partial<InboxEntry> = {}): InboxEntry {
  return {
    eventId,
    appId: '360846524940903967',
    oaId: LAN.oaId,
    body: `{"message":{"text":"làm khai sinh","msg_id":"${eventId}"}}`,
    receivedAt: new Date(),
    state: 'waiting',
    attempts: 0,
    ...change,
  };
}

export function aMessage(id: string, change: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    ...LAN,
    id,
    eventId: id.replace(/:.*/, ''),
    reply: { text: `trả lời ${id}`, choices: [{ kind: 'say', title: 'Lệ phí', send: 'lệ phí' }] },
    part: 0,
    state: 'waiting',
    attempts: 0,
    createdAt: new Date(),
    nextAttemptAt: NOON,
    lastError: undefined,
    ...change,
  };
}

/** A report about a road, to be numbered within `series`. */
export function aReport(eventId: string, change: Partial<TicketDraft> = {}): TicketDraft {
  const opened = openTicket({
    ...LAN,
    communeSlug: 'nam-dan',
    eventId,
    createdAt: NOON,
    channel: 'zalo',
    ...draftOf('Đường thôn 3 bị sụt hố'),
    imageUrls: ['https://zalo.example/anh.jpg'],
    location: { latitude: 22.5, longitude: 104.5 },
  });
  return { ...opened, series: 'ND-2611', ...change };
}

export function anAuditEntry(id: string): AuditEntry {
  return {
    id,
    at: NOON,
    communeSlug: 'nam-dan',
    officerId: 'o1',
    officerName: 'Nguyễn Văn A',
    act: 'ticket.read',
    subject: 'ND-2611-0001',
    before: undefined,
    after: undefined,
  };
}

export function aQuestion(id: string, change: Partial<UnansweredQuestion> = {}) {
  return {
    id,
    communeSlug: 'nam-dan',
    text: 'xin cấp phép nuôi rồng',
    nearest: ['1.001193'],
    askedAt: NOON,
    ...change,
  };
}

/** A question of the day about birth, answered. */
export function aTallyEntry(change: Partial<TallyEntry> = {}): TallyEntry {
  return {
    communeSlug: 'nam-dan',
    day: '2026-11-21',
    asked: 'answered',
    missed: false,
    shown: ['1.001193'],
    ...change,
  };
}

/** A turn that answers an event of Lan's with one message. */
export function aTurn(eventId: string, change: Partial<TurnCommit> = {}): TurnCommit {
  return {
    eventId,
    conversation: LAN,
    session: { ...newSession(NOON), topic: { kind: 'procedure', code: '1.001193' } },
    messages: () => [aMessage(`${eventId}:0`)],
    ...change,
  };
}

export function aTokenPair(change: Partial<TokenPair> = {}): TokenPair {
  return {
    oaId: LAN.oaId,
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    accessExpiresAt: new Date('2026-11-22T06:00:00Z'),
    refreshExpiresAt: new Date('2027-02-19T05:00:00Z'),
    ...change,
  };
}
