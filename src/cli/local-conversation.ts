import { bot } from '../bot/bot.ts';
import type { Here, Outcome } from '../bot/turn.ts';
import type { Config } from '../config.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { AppError } from '../lib/app-error.ts';
import { vietnamDay } from '../lib/clock.ts';
import type { BotEvent } from '../model/event.ts';
import type { Reply } from '../model/reply.ts';
import { newSession, type Session } from '../model/session.ts';
import { openTicket, ticketCode } from '../model/ticket.ts';
import { codeSeries } from '../pakn/ticket-code.ts';
import { createSearch } from '../search/search.ts';
import { toZaloMessages } from '../zalo/messages.ts';

/** One answer of the bot, with the messages as a resident would read them. */
export type LocalAnswer = { outcome: Outcome | undefined; replies: string[] };

/** A conversation in this process: the same bot as on Zalo, nothing sent and nothing kept. */
export class LocalConversation {
  readonly #here: Here;
  readonly #clock: () => Date;
  #session: Session;
  #count = 0;

  constructor(here: Here, clock: () => Date) {
    this.#here = here;
    this.#clock = clock;
    this.#session = newSession(clock());
  }

  /** Starts over, as a resident who never wrote before. */
  reset(): void {
    this.#session = newSession(this.#clock());
  }

  say(text: string): LocalAnswer {
    this.#count++;
    const at = this.#clock();
    return this.handle({
      type: 'text',
      id: `local-${this.#count}`,
      oaId: '0',
      userId: '0',
      at,
      text,
    });
  }

  handle(event: BotEvent): LocalAnswer {
    const now = this.#clock();
    const outcome = bot({ event, session: this.#session, here: this.#here, tickets: [], now });
    if (outcome === undefined) return { outcome, replies: [] };
    this.#session = outcome.session;
    const replies = [...outcome.replies, ...this.#receipt(outcome, now)];
    return { outcome, replies: replies.flatMap(readable) };
  }

  /** A receipt with number 0000, so that nobody takes a trial for a filed report. */
  #receipt({ effects }: Outcome, now: Date): Reply[] {
    if (effects?.report === undefined) return [];
    const { draft, confirm } = effects.report;
    const { slug, ticketPrefix } = this.#here.local.commune;
    const sender = { oaId: '0', userId: '0', eventId: '0', communeSlug: slug } as const;
    const opened = openTicket({ ...draft, ...sender, channel: 'zalo', createdAt: now });
    return [confirm({ ...opened, code: ticketCode(codeSeries(ticketPrefix, now), 0) })];
  }
}

function readable(reply: Reply): string[] {
  const links = (reply.choices ?? []).flatMap((choice) =>
    choice.kind === 'link' ? [`${choice.title}: ${choice.url}`] : [],
  );
  const texts = toZaloMessages(reply).flatMap(({ text }) => (text === undefined ? [] : [text]));
  return links.length === 0 ? texts : [...texts.slice(0, -1), [texts.at(-1), ...links].join('\n')];
}

/** Opens the knowledge for one commune; without a name, for the first. Throws an AppError that lists the names. */
export async function openHere(config: Config, slug: string | undefined, now: Date): Promise<Here> {
  const { knowledge } = await loadKnowledge(config.KNOWLEDGE_DIR);
  const local = communeNamed(knowledge, slug);
  const day = vietnamDay(now);
  return {
    knowledge,
    local,
    search: createSearch(knowledge, local, day),
    day,
    publicUrl: config.PUBLIC_URL,
    officerMinutes: config.OFFICER_MINUTES,
  };
}

function communeNamed({ communes }: Knowledge, slug: string | undefined) {
  const local = slug === undefined ? [...communes.values()][0] : communes.get(slug);
  if (local !== undefined) return local;
  throw new AppError(`Không có xã "${slug ?? ''}" trong kiến thức.`, {
    hint: `Các xã hiện có: ${[...communes.keys()].join(', ')}.`,
  });
}
