import { bot } from '../../src/bot/bot.ts';
import type { Here, Outcome } from '../../src/bot/turn.ts';
import type { BotEvent } from '../../src/model/event.ts';
import type { Choice } from '../../src/model/reply.ts';
import { newSession, type Session } from '../../src/model/session.ts';
import { type Ticket, ticketCode } from '../../src/model/ticket.ts';
import { codeSeries } from '../../src/pakn/ticket-code.ts';
import { NOW, says, ticket, turn } from './build.ts';

/** A conversation with the bot alone: what the shell keeps between turns is kept here. */
export class Talk {
  readonly here: Here;
  session: Session;
  now: Date;
  tickets: Ticket[] = [];
  last: Outcome | undefined;

  constructor(here: Here, now = NOW) {
    this.here = here;
    this.now = now;
    this.session = newSession(now);
  }

  /** The resident types; gives the bot's outcome. */
  says(text: string): Outcome {
    const outcome = this.sends(says(text));
    if (outcome === undefined) throw new Error(`no outcome for "${text}"`);
    return outcome;
  }

  /** The resident taps the choice with this title in the last reply. */
  taps(title: string): Outcome {
    const choice = choicesOf(this.last).find((one) => one.title === title);
    if (choice?.kind !== 'say') throw new Error(`"${title}" is not offered`);
    return this.says(choice.send);
  }

  /** The resident leaves every question about a report open until it is read back; gives the read-back. */
  skips(): Outcome | undefined {
    while (this.session.step === 'report-place' || this.session.step === 'report-contact') {
      this.says('bỏ qua');
    }
    return this.last;
  }

  /** The resident skips the questions and sends the report. */
  files(): Outcome {
    this.skips();
    return this.says('gửi');
  }

  sends(event: BotEvent): Outcome | undefined {
    const { here, session, tickets, now } = this;
    const outcome = bot(turn(event, { here, session, tickets, now }));
    if (outcome !== undefined) this.session = outcome.session;
    const filed = outcome === undefined ? undefined : this.#file(outcome);
    const receipt = filed && outcome?.effects?.report?.confirm(filed);
    this.last = outcome && {
      ...outcome,
      replies: receipt === undefined ? outcome.replies : [...outcome.replies, receipt],
    };
    return this.last;
  }

  #file({ effects }: Outcome): Ticket | undefined {
    if (effects?.report === undefined) return undefined;
    const series = codeSeries(this.here.local.commune.ticketPrefix, this.now);
    const code = ticketCode(series, this.tickets.length + 1);
    const filed = ticket({ ...effects.report.draft, code, createdAt: this.now });
    this.tickets.push(filed);
    return filed;
  }
}

/** Everything said in an outcome. */
export function textOf(outcome: Outcome | undefined): string {
  return (outcome?.replies ?? []).map(({ text }) => text).join('\n');
}

/** What the last reply offers. */
export function choicesOf(outcome: Outcome | undefined): readonly Choice[] {
  return outcome?.replies.at(-1)?.choices ?? [];
}

/** The titles of what the last reply offers. */
export function titlesOf(outcome: Outcome | undefined): string[] {
  return choicesOf(outcome).map(({ title }) => title);
}
