import type { TextEvent } from '../../model/event.ts';
import { type Action, fromPayload } from '../action.ts';
import { answer } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import { help } from './courtesy.ts';
import { askToForget } from './forget.ts';
import { showField, showMenu } from './menu.ts';
import { answerOffice } from './office.ts';
import { callOfficer } from './officer.ts';
import { answerPlan } from './plan.ts';
import { answerProcedure } from './procedure.ts';
import { askForReport, draftOf, dropReport, sendReport } from './report.ts';
import { myReports } from './report-status.ts';
import { answerWritten, findAnswer } from './written-answer.ts';

/** Does what a tapped choice says, of this message or of one from last month. */
export const tapped: Handler<TextEvent> = (turn) => {
  const action = fromPayload(turn.event.text);
  if (action === undefined) return undefined;
  return perform(turn, action) ?? gone(turn);
};

/** Takes "2" as the second of the choices just offered. */
export const pickByNumber: Handler<TextEvent> = (turn) => {
  const number = Number(/^\s*(?:số\s*)?(\d{1,2})[\s.)]*$/u.exec(turn.event.text)?.[1]);
  const offered = turn.session.offered[number - 1];
  if (offered === undefined) return undefined;
  const action = fromPayload(offered.send);
  if (action !== undefined) return perform(turn, action) ?? gone(turn);
  return undefined;
};

function perform(turn: Turn<TextEvent>, action: Action): Outcome | undefined {
  const { here } = turn;
  switch (action.do) {
    case 'procedure': {
      const procedure = here.knowledge.procedures.get(action.code);
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
      return performPlain(turn, action.do);
  }
}

type PlainAction = Exclude<Action['do'], 'procedure' | 'answer' | 'field' | 'plan'>;

function performPlain(turn: Turn<TextEvent>, name: PlainAction): Outcome {
  switch (name) {
    case 'menu':
      return showMenu(turn);
    case 'help':
      return help(turn);
    case 'office':
      return answerOffice(turn);
    case 'officer':
      return callOfficer(turn);
    case 'my-reports':
      return myReports(turn);
    case 'forget':
      return askToForget(turn);
    case 'cancel':
      return dropReport(turn);
    case 'report':
      return restartReport(turn);
    case 'send-report': {
      const draft = draftOf(turn.session);
      return draft === undefined || draft.content === ''
        ? askForReport(turn, draft)
        : sendReport(turn, draft);
    }
  }
}

/** Starts over with the words, keeping the pictures and the place already sent. */
function restartReport(turn: Turn): Outcome {
  const draft = draftOf(turn.session);
  return askForReport(turn, draft && { ...draft, content: '' });
}

function gone(turn: Turn): Outcome {
  return answer(turn, [{ text: texts.retiredChoice }], { handler: 'retired-choice', kind: 'help' });
}
