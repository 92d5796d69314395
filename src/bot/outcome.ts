import type { Choice, Reply } from '../model/reply.ts';
import { type IdleSession, newSession, type Session, type Topic } from '../model/session.ts';
import type { Outcome, ReplyKind, Turn } from './turn.ts';
import { type Action, toPayload } from './action.ts';

const MOST_CHOICES = 5;

/** A choice that does something when tapped or when its number is typed. */
export function say(title: string, action: Action): Choice {
  return { kind: 'say', title, send: toPayload(action) };
}

/** A choice that opens a page. */
export function link(title: string, url: string): Choice {
  return { kind: 'link', title, url };
}

/** One message, with at most five choices. */
export function message(text: string, choices: readonly (Choice | undefined)[] = []): Reply {
  const given = choices.filter((choice) => choice !== undefined).slice(0, MOST_CHOICES);
  return given.length === 0 ? { text } : { text, choices: given };
}

type Answer = { handler: string; kind: ReplyKind; topic?: Topic | undefined } & Partial<Outcome>;

/** An outcome that leaves the conversation open for any question, remembering the topic and what was offered. */
export function answer(turn: Turn, replies: readonly Reply[], rest: Answer): Outcome {
  const { topic = turn.session.topic, ...outcome } = rest;
  return { replies, session: idle(turn, replies, topic), ...outcome };
}

/** An idle session at this turn. "2" will mean the second choice of the last reply. */
export function idle(turn: Turn, replies: readonly Reply[], topic?: Topic): IdleSession {
  return { ...newSession(turn.now), topic, offered: offeredIn(replies) };
}

/** What a typed number may choose from the last reply. */
export function offeredIn(replies: readonly Reply[]): Session['offered'] {
  return (replies.at(-1)?.choices ?? []).flatMap((choice) =>
    choice.kind === 'say' ? [{ title: choice.title, send: choice.send }] : [],
  );
}
