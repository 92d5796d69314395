import type { Act } from './acts.ts';
import { STAGE_WORDS } from './urgency.ts';

/** What an act adds to the story of a report, in words; undefined when its name says all. */
export function wordsOf(act: Act): string | undefined {
  switch (act.name) {
    case 'ask-resident':
    case 'add':
    case 'submit':
    case 'approve':
    case 'answer':
    case 'note':
    case 'called':
      return act.text;
    case 'relay':
      return act.tell.text;
    case 'resume':
    case 'return':
    case 'refuse':
    case 'reopen':
    case 'call-needed':
      return act.reason;
    case 'classify':
      return act.field;
    case 'assign':
      return act.toName;
    case 'forward':
      return lines(act.to, act.reason);
    case 'merge':
      return act.into;
    case 'rate':
      return lines(act.satisfied ? 'Hài lòng' : 'Chưa hài lòng', act.comment ?? '');
    case 'publish':
      return lines(act.matter, act.result);
    case 'extend':
      return lines(`Thêm ${act.days} ngày làm việc`, act.reason);
    case 'nudge':
      return STAGE_WORDS[act.stage];
    default:
      return undefined;
  }
}

function lines(first: string, second: string): string {
  return second.trim() === '' ? first : `${first}: ${second}`;
}

/** What an act gives to fill the placeholders of its message with. */
export function valuesOf(act: Act): Readonly<Record<string, string>> {
  switch (act.name) {
    case 'classify':
      return { linh_vuc: act.field };
    case 'assign':
      return { can_bo: act.toName };
    case 'ask-resident':
      return { hoi: act.text };
    case 'approve':
    case 'answer':
      return { tra_loi: act.text };
    case 'forward':
      return { co_quan: act.to, ly_do: act.reason };
    case 'refuse':
    case 'reopen':
      return { ly_do: act.reason };
    case 'extend':
      return { ly_do: act.reason, so_ngay: String(act.days) };
    default:
      return {};
  }
}
