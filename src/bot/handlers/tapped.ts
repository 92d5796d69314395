import type { TextEvent } from '../../model/event.ts';
import type { OfferedChoice } from '../../model/session.ts';
import { spell, tokenize } from '../../search/token.ts';
import { type Action, fromPayload } from '../action.ts';
import { answer } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import { help } from './courtesy.ts';
import { askToForget } from './forget.ts';
import { showField, showMenu } from './menu.ts';
import { noneOfThese } from './not-meant.ts';
import { answerOffice } from './office.ts';
import { callOfficer } from './officer.ts';
import { answerPlan } from './plan.ts';
import { answerProcedure, findProcedure } from './procedure.ts';
import { tappedInReport } from './tapped-report.ts';
import { myReports } from './report-status.ts';
import { answerWritten, findAnswer } from './written-answer.ts';

/** Does what a tapped choice says, of this message or of one from last month. */
export const tapped: Handler<TextEvent> = (turn) => {
  const action = fromPayload(turn.event.text);
  if (action === undefined) return undefined;
  const outcome = perform(turn, action) ?? gone(turn);
  return { ...outcome, isTap: true, ...(isOnScreen(turn, action) && { shown: [] }) };
};

/** Whether all that the last message offered are parts of the one thing it showed, of which this is another. */
function isOnScreen({ session: { offered } }: Turn, action: Action): boolean {
  const whole = wholeOf(action);
  if (whole === undefined || offered.length === 0) return false;
  return offered.every(({ send }) => {
    const other = fromPayload(send);
    return other !== undefined && wholeOf(other) === whole;
  });
}

/** The procedure or plan that an action shows a part of. */
function wholeOf(action: Action): string | undefined {
  if (action.do === 'procedure') return action.facet && action.code;
  return action.do === 'plan' ? action.part && action.id : undefined;
}

/** Reads "2", or the words on the button, as what tapping it would have sent. */
export function asTapped(handler: Handler<TextEvent>): Handler<TextEvent> {
  return (turn) => {
    const { event, session } = turn;
    const chosen = chosenFrom(session.offered, event.text);
    return handler(
      chosen === undefined ? turn : { ...turn, event: { ...event, text: chosen.send } },
    );
  };
}

function chosenFrom(offered: readonly OfferedChoice[], typed: string): OfferedChoice | undefined {
  const number = /^\s*(?:(?:chọn\s+)?(?:số|so)\s*)?(\d{1,2})[\s.)]*$/iu.exec(typed)?.[1];
  if (number !== undefined) return offered[Number(number) - 1];
  const words = spell(tokenize(typed));
  const named = offered.filter(({ title }) => spell(tokenize(withoutHint(title))) === words);
  return named.length === 1 ? named[0] : undefined;
}

/** "Hộ tịch (khai sinh, kết hôn)" is called "hộ tịch". */
function withoutHint(title: string): string {
  return title.replace(/\s*\([^)]*\)$/, '');
}

function perform(turn: Turn<TextEvent>, action: Action): Outcome | undefined {
  const { here } = turn;
  switch (action.do) {
    case 'procedure': {
      const procedure = findProcedure(here, action.code);
      return procedure && answerProcedure(turn, procedure, action.facet);
    }
    case 'answer': {
      const written = findAnswer(here, action.id);
      return written && answerWritten(turn, written);
    }
    case 'field':
      return showField(turn, action.field, action.page);
    case 'plan':
      return answerPlan(turn, [{ id: action.id, part: action.part }]);
    default:
      return tappedInReport(turn, action) ?? performPlain(turn, action.do);
  }
}

function performPlain(turn: Turn<TextEvent>, name: Action['do']): Outcome | undefined {
  switch (name) {
    case 'menu':
      return showMenu(turn);
    case 'help':
      return help(turn);
    case 'none-of-these':
      return noneOfThese(turn);
    case 'office':
      return answerOffice(turn);
    case 'officer':
      return callOfficer(turn);
    case 'my-reports':
      return myReports(turn);
    case 'forget':
      return askToForget(turn);
    default:
      return undefined;
  }
}

function gone(turn: Turn): Outcome {
  return answer(turn, [{ text: texts.retiredChoice }], { handler: 'retired-choice', kind: 'help' });
}
