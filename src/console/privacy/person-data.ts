import { type Conversation, conversationKey } from '../../model/conversation.ts';
import type { OfficerCall } from '../../model/officer-call.ts';
import type { Session } from '../../model/session.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { OutboxEntry, Store } from '../../store/store.ts';

/** Whom is asked about: who sent a report, or who gave a phone number. */
export type Person = {
  communeSlug: string;
  phone: string | undefined;
  chat: Conversation | undefined;
};

/** All that is stored about one reporter in one commune. Files are named; their bytes are opened one by one. */
export type PersonData = {
  tickets: readonly Ticket[];
  /** Where the conversation on Zalo stands. */
  session: Session | undefined;
  /** Messages that are not sent yet, or were given up; of those sent, only that and when. */
  messages: readonly OutboxEntry[];
  officerCalls: readonly OfficerCall[];
};

/** The person who sent a report. */
export function personOf({ communeSlug, oaId, userId, reporter }: Ticket): Person {
  const chat = userId === '' ? undefined : { oaId, userId };
  return { communeSlug, phone: reporter.phone, chat };
}

/** Gathers what is stored about a person: by their Zalo conversation, and by the phone number they gave. */
export function dataOf(store: Store, { communeSlug, phone, chat }: Person): PersonData {
  const digits = phone === undefined ? '' : phoneDigits(phone);
  const isOurs = (one: Conversation) => one.oaId === chat?.oaId && one.userId === chat.userId;
  const hasPhone = ({ reporter }: Ticket) =>
    digits !== '' && reporter.phone !== undefined && phoneDigits(reporter.phone) === digits;
  return {
    tickets: store
      .tickets()
      .filter((one) => one.communeSlug === communeSlug && (isOurs(one) || hasPhone(one))),
    session: chat && store.sessions.get(conversationKey(chat)),
    messages: [...store.messages.values()].filter(isOurs),
    officerCalls: store
      .officerCalls()
      .filter((one) => one.communeSlug === communeSlug && isOurs(one)),
  };
}

/** `+84 912 345 678` and `0912.345.678` are the same number. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^84(?=\d{9}$)/, '0');
}
