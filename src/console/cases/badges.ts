import { formatDay, vietnamDay } from '../../lib/clock.ts';
import { type Html, html } from '../../lib/html.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { Rules } from '../../pakn/acts.ts';
import { STAGE_WORDS, stageOf } from '../../pakn/urgency.ts';
import { type Look, STAGE_LOOKS, STATES } from './words.ts';

/** A word in a frame: the colour only repeats what the word says. */
export function badge(text: string, look: Look): Html {
  return html`<span class="badge ${look}">${text}</span>`;
}

export function stateBadge({ state }: Pick<Ticket, 'state'>): Html {
  const { name, look } = STATES[state];
  return badge(name, look);
}

/** How near the end of its limit a report is; nothing while there is time. */
export function stageBadge(ticket: Ticket, rules: Rules): Html | false {
  const stage = stageOf(ticket, rules);
  return stage !== 'none' && badge(STAGE_WORDS[stage], STAGE_LOOKS[stage]);
}

/** The day it must be answered. */
export function dueDay({ dueAt }: Ticket): string {
  return dueAt === undefined ? '–' : formatDay(vietnamDay(dueAt));
}
