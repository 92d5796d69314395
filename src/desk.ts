import { randomUUID } from 'node:crypto';
import { communeOf, type Knowledge } from './knowledge/knowledge.ts';
import type { Clock } from './lib/clock.ts';
import type { Reporter } from './model/report.ts';
import { openTicket, type Ticket, type TicketChannel, type TicketEntry } from './model/ticket.ts';
import type { Act, OfficerActor, Performer, Rules } from './pakn/acts.ts';
import { dueAtOf } from './pakn/deadline.ts';
import { refusals } from './pakn/refusals.ts';
import { relaysOf } from './pakn/relay.ts';
import { codeSeries } from './pakn/ticket-code.ts';
import type { OutboxEntry, Store } from './store/store.ts';
import { changeBy, type ReplyTo, ticketOfMessage } from './ticket-change.ts';

export type DeskOptions = {
  store: Store;
  knowledge: () => Knowledge;
  clock: Clock;
  deliver: (messages: readonly OutboxEntry[]) => void;
  replyTo: ReplyTo;
};

/** What became of an act. `reason` is Vietnamese, for who tried. */
export type DeskResult = { ok: true; ticket: Ticket } | { ok: false; reason: string };

/** A report that an officer writes down for a resident at the counter or on the phone. */
export type FiledReport = {
  channel: Exclude<TicketChannel, 'zalo'>;
  content: string;
  place: string | undefined;
  reporter: Reporter;
};

/** The shell around the rules: what is done to reports is kept, told to residents and noted in the audit log. */
export class Desk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** The rules of a commune at this moment, as `allowedActs` and `explainDeadline` want them. */
  rules(communeSlug: string): Rules {
    const { feedback: policy, calendar } = communeOf(this.#options.knowledge(), communeSlug);
    return { now: this.#options.clock(), policy, calendar };
  }

  /** Does an officer's act to one report of their own commune; another's is not to be seen. */
  async act(code: string, act: Act, officer: OfficerActor): Promise<DeskResult> {
    const ticket = this.#options.store.ticket(code);
    if (ticket?.communeSlug !== officer.communeSlug) return { ok: false, reason: refusals.unknown };
    const { id, name, roles, communeSlug } = officer;
    return this.#do(code, act, { type: 'officer', id, name, roles, communeSlug });
  }

  /** Does what the clock or a failed message brings about. */
  async bySystem(code: string, act: Act): Promise<DeskResult> {
    return this.#do(code, act, { type: 'system' });
  }

  /** A message did not arrive and never will: somebody must phone, when it told of a report. */
  async onRefused(message: OutboxEntry): Promise<void> {
    const code = ticketOfMessage(message);
    if (code === undefined) return;
    await this.bySystem(code, { name: 'call-needed', reason: message.lastError ?? '' });
  }

  /** Writes a report down on behalf of a resident, and gives it a code; its story says who wrote it. */
  async file(report: FiledReport, officer: OfficerActor): Promise<Ticket> {
    const { communeSlug, id, name } = officer;
    const { commune } = communeOf(this.#options.knowledge(), communeSlug);
    const rules = this.rules(communeSlug);
    const opened = openTicket({
      ...report,
      imageUrls: [],
      fileUrls: [],
      location: undefined,
      oaId: '',
      userId: '',
      communeSlug,
      eventId: `filed:${randomUUID()}`,
      createdAt: rules.now,
    });
    const dueAt = dueAtOf(opened, rules.policy, rules.calendar);
    const series = codeSeries(commune.ticketPrefix, rules.now);
    const filed: TicketEntry = {
      at: rules.now,
      by: { type: 'officer', id, name },
      act: 'file',
      from: 'new',
      to: 'new',
      text: undefined,
      audience: 'internal',
      messageIds: [],
    };
    return this.#options.store.openTicket({ ...opened, dueAt, series, timeline: [filed] }, {});
  }

  async #do(code: string, act: Act, by: Performer): Promise<DeskResult> {
    const { store, deliver, replyTo } = this.#options;
    const ticket = store.ticket(code);
    if (ticket === undefined) return { ok: false, reason: refusals.unknown };
    if (act.name === 'merge' && !this.#canTakeIn(act.into, ticket)) {
      return { ok: false, reason: refusals.noSuchMain };
    }
    const rules = this.rules(ticket.communeSlug);
    let reason: string = refusals.unknown;
    const changed = await store.updateTicket({
      code,
      change: (newest) => {
        const session = store.session(newest);
        const done = changeBy(newest, { act, by, rules, session }, replyTo);
        if (done.ok) return done.change;
        reason = done.reason;
        return undefined;
      },
    });
    if (changed === undefined) return { ok: false, reason };
    deliver(changed.messages ?? []);
    await this.#relay(changed.ticket, act, rules);
    return { ok: true, ticket: changed.ticket };
  }

  /** A report can be merged into one of the same commune that is not itself merged. */
  #canTakeIn(code: string, { communeSlug }: Ticket): boolean {
    const main = this.#options.store.ticket(code);
    return main?.communeSlug === communeSlug && main.state !== 'duplicate';
  }

  /** Everybody who reported the same matter hears the news. */
  async #relay(main: Ticket, act: Act, { policy }: Rules): Promise<void> {
    for (const relay of relaysOf(main, act, this.#options.store.tickets(), policy)) {
      await this.bySystem(relay.code, relay.act);
    }
  }
}
