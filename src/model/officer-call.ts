import type { Conversation } from './conversation.ts';

/** What one side said while an officer was called or had the conversation. */
export type CallLine = {
  at: Date;
  by: 'resident' | 'officer';
  text: string;
  /** The message that carries it, when an officer wrote it in the console. */
  messageId?: string;
};

/**
 * A resident talking to officers instead of the bot, from the wish until the bot has the word again. Kept for some
 * days beyond that, so that nobody has to ask twice.
 */
export type OfficerCall = Conversation & {
  id: string;
  communeSlug: string;
  requestedAt: Date;
  /** Until when the bot keeps quiet. */
  until: Date;
  /** When an officer first spoke; absent while the resident waits. */
  answeredAt?: Date;
  /** When the officer or the resident gave the word back to the bot before the time was over. */
  endedAt?: Date;
  lines: readonly CallLine[];
};

/** Who has the word: nobody yet, nobody in time, an officer, the bot again. */
export type CallState = 'waiting' | 'missed' | 'officer' | 'ended';

export function callState({ answeredAt, endedAt, until }: OfficerCall, now: Date): CallState {
  if (endedAt !== undefined) return 'ended';
  const isQuiet = now < until;
  if (answeredAt === undefined) return isQuiet ? 'waiting' : 'missed';
  return isQuiet ? 'officer' : 'ended';
}

const MOST_LINES = 60;
const LONGEST_LINE = 2000;

/** The call with one more line; the oldest go when there are too many. */
export function withLine(call: OfficerCall, line: CallLine): OfficerCall {
  const short = { ...line, text: line.text.slice(0, LONGEST_LINE) };
  return { ...call, lines: [...call.lines, short].slice(-MOST_LINES) };
}

const KEPT_DAYS = 7; // as long as Zalo lets the commune write back
const DAY_MS = 24 * 3_600_000;

/** Whether the words of a call are no longer needed. */
export function isCallOver({ endedAt, until }: OfficerCall, now: Date): boolean {
  return now.getTime() - (endedAt ?? until).getTime() > KEPT_DAYS * DAY_MS;
}
