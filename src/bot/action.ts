import { REPORT_QUESTIONS, type ReportQuestion } from '../model/report.ts';
import { FIELDS, type FieldSlug } from '../knowledge/fields.ts';
import { type Facet, FACETS } from '../knowledge/vocabulary.ts';

/** What tapping a choice does. Written into the button, so a choice of an old message works for ever. */
export type Action =
  | { do: 'procedure'; code: string; facet?: Facet }
  | { do: 'field'; field: FieldSlug; page: number }
  | { do: 'plan'; id: string; part?: string }
  | { do: 'answer'; id: string }
  | { do: 'skip' | 'ask-again'; question: ReportQuestion }
  | { do: 'add-to' | 'reopen' | 'satisfied' | 'not-satisfied'; code: string }
  | { do: 'send-report' | 'go-on' | 'same-contact' }
  | { do: 'menu' | 'office' | 'officer' | 'report' | 'cancel' | 'my-reports' }
  | { do: 'forget' | 'help' | 'none-of-these' };

type ShortAction = Exclude<Action, { do: 'procedure' | 'field' | 'plan' | 'answer' }>;

const PLAIN = [
  'menu',
  'office',
  'officer',
  'report',
  'send-report',
  'cancel',
  'my-reports',
  'forget',
  'help',
  'none-of-these',
  'go-on',
  'same-contact',
] as const;

const ON_TICKET = ['add-to', 'reopen', 'satisfied', 'not-satisfied'] as const;
const ON_QUESTION = ['skip', 'ask-again'] as const;

/** The text that a tapped choice sends: `#procedure:1.001193:fees`. */
export function toPayload(action: Action): string {
  switch (action.do) {
    case 'procedure':
      return join('procedure', action.code, action.facet);
    case 'field':
      return join('field', action.field, String(action.page));
    case 'plan':
      return join('plan', action.id, action.part);
    case 'answer':
      return join('answer', action.id);
    default:
      return toShortPayload(action);
  }
}

function toShortPayload(action: ShortAction): string {
  if ('question' in action) return join(action.do, action.question);
  if ('code' in action) return join(action.do, action.code);
  return join(action.do);
}

/** Reads a payload back; undefined for anything that is not one of ours. */
export function fromPayload(text: string): Action | undefined {
  if (!text.startsWith('#')) return undefined;
  const [name = '', first = '', second] = text.slice(1).trim().split(':');
  switch (name) {
    case 'procedure': {
      const facet = FACETS.find((candidate) => candidate === second);
      return facet === undefined
        ? { do: 'procedure', code: first }
        : { do: 'procedure', code: first, facet };
    }
    case 'field': {
      const field = FIELDS.find(({ slug }) => slug === first);
      return field && { do: 'field', field: field.slug, page: Number(second ?? 0) || 0 };
    }
    case 'plan':
      return second === undefined
        ? { do: 'plan', id: first }
        : { do: 'plan', id: first, part: second };
    case 'answer':
      return { do: 'answer', id: first };
  }
  return fromShortPayload(name, first);
}

function fromShortPayload(name: string, first: string): Action | undefined {
  const onTicket = ON_TICKET.find((candidate) => candidate === name);
  if (onTicket !== undefined) return { do: onTicket, code: first };
  const onQuestion = ON_QUESTION.find((candidate) => candidate === name);
  const question = REPORT_QUESTIONS.find((candidate) => candidate === first);
  if (onQuestion !== undefined) return question && { do: onQuestion, question };
  const plain = PLAIN.find((candidate) => candidate === name);
  return plain && { do: plain };
}

function join(...parts: readonly (string | undefined)[]): string {
  return `#${parts.filter((part) => part !== undefined).join(':')}`;
}
