import type { FeedbackPolicy, TemplateName } from '../model/feedback.ts';
import type { Ticket } from '../model/ticket.ts';
import { valuesOf } from './act-words.ts';
import type { Act } from './acts.ts';
import { messageFor } from './messages.ts';
import { TRANSITIONS } from './transitions.ts';

/** News that everybody who reported the same matter gets. */
const NEWS: ReadonlySet<TemplateName> = new Set(['answered', 'forwarded', 'refused']);

export type Relay = { code: string; act: Extract<Act, { name: 'relay' }> };

/**
 * What the reporters of merged reports are told when something was done to the main one. Each reads of their own
 * report, with its own code and words: another resident's words never reach them.
 */
export function relaysOf(
  main: Ticket,
  act: Act,
  tickets: Iterable<Ticket>,
  policy: FeedbackPolicy,
): Relay[] {
  const template = TRANSITIONS[act.name].tells;
  if (template === undefined || !NEWS.has(template)) return [];
  const values = valuesOf(act);
  return duplicatesOf(main, tickets).flatMap((ticket) => {
    const text = messageFor(template, { ticket, values, policy });
    return text === undefined
      ? []
      : [{ code: ticket.code, act: { name: 'relay', tell: { template, text } } }];
  });
}

/** The reports that were merged into this one, directly or by way of another. */
export function duplicatesOf(main: Ticket, tickets: Iterable<Ticket>): Ticket[] {
  const merged = [...tickets].filter(
    ({ communeSlug, duplicateOf }) => communeSlug === main.communeSlug && duplicateOf !== undefined,
  );
  const found = new Set([main.code]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { code, duplicateOf = '' } of merged) if (found.has(duplicateOf)) found.add(code);
  }
  return merged.filter(({ code }) => code !== main.code && found.has(code));
}
