import type { CommuneKnowledge, Knowledge } from '../knowledge/knowledge.ts';
import type { Facet } from '../knowledge/vocabulary.ts';
import type { BotEvent, EventOf, EventType } from '../model/event.ts';
import type { Reply } from '../model/reply.ts';
import type { ReportDraft } from '../model/report.ts';
import type { Session, SessionAt, SessionStep } from '../model/session.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Explanation } from '../model/trace.ts';
import type { Act } from '../pakn/acts.ts';
import type { Hit, Search } from '../search/search.ts';

/** Where a conversation happens: one commune's knowledge on one day. */
export type Here = {
  knowledge: Knowledge;
  local: CommuneKnowledge;
  search: Search;
  /** Today in Viet Nam, `YYYY-MM-DD`. */
  day: string;
  /** Where the public pages are reached; undefined while the operator has not set it. */
  publicUrl: string | undefined;
  officerMinutes: number;
};

/** One event, with all that the bot may know when it answers. */
export type Turn<E extends BotEvent = BotEvent, S extends Session = Session> = {
  event: E;
  session: S;
  here: Here;
  tickets: readonly Ticket[];
  now: Date;
};

/** What kind of answer a reply is: the words of `cli ask --json`. */
export type ReplyKind =
  'answer' | 'choose' | 'plan' | 'office' | 'faq' | 'pakn' | 'smalltalk' | 'help' | 'out' | 'none';

/** What must happen besides replying. The shell does it in the same step that keeps the session. */
export type Effects = {
  /** Opens a ticket; `confirm` words the receipt once the code is known. */
  report?: { draft: ReportDraft; confirm: (ticket: Ticket) => Reply };
  /** Logs a question that the knowledge does not answer. */
  unanswered?: { text: string; nearest: readonly string[]; missed?: boolean };
  /** Does something to a report already sent, as its resident. */
  act?: { code: string; act: Act };
  forget?: true;
};

/** The bot's whole answer to one event. */
export type Outcome = {
  /** Which handler answered: for the trace and the metrics. */
  handler: string;
  kind: ReplyKind;
  replies: readonly Reply[];
  session: Session;
  facet?: Facet | undefined;
  hits?: readonly Hit[];
  explanation?: Explanation | undefined;
  effects?: Effects;
  /** Codes and ids of what was shown: procedures, written answers, plans. */
  shown?: readonly string[];
  /** A choice was tapped, or typed by its number: nothing new was asked. */
  isTap?: true;
};

/** Answers a turn, or returns undefined to let the next handler try. */
export type Handler<E extends BotEvent = BotEvent, S extends Session = Session> = (
  turn: Turn<E, S>,
) => Outcome | undefined;

/** Tries handlers from top to bottom; the first that answers wins. */
export function firstOf<E extends BotEvent, S extends Session>(
  ...handlers: readonly Handler<E, S>[]
): Handler<E, S> {
  return (turn) => {
    for (const handler of handlers) {
      const outcome = handler(turn);
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  };
}

/** Lets a handler see only events of one type, and narrows the event for it. */
export function on<T extends EventType>(type: T, handler: Handler<EventOf<T>>): Handler {
  return (turn) => {
    const { event } = turn;
    return isOfType(event, type) ? handler({ ...turn, event }) : undefined;
  };
}

/** Lets a handler see only conversations at one step, and narrows the session for it. */
export function inStep<T extends SessionStep, E extends BotEvent>(
  step: T,
  handler: Handler<E, SessionAt<T>>,
): Handler<E> {
  return (turn) => {
    const { session } = turn;
    return isAtStep(session, step) ? handler({ ...turn, session }) : undefined;
  };
}

function isOfType<T extends EventType>(event: BotEvent, type: T): event is EventOf<T> {
  return event.type === type;
}

function isAtStep<T extends SessionStep>(session: Session, step: T): session is SessionAt<T> {
  return session.step === step;
}
