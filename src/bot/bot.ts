import type { TextEvent } from '../model/event.ts';
import {
  greet,
  greetFollower,
  cannotRead,
  help,
  needsWords,
  smallTalk,
  thank,
  thankForContact,
} from './handlers/courtesy.ts';
import { whenAsked } from './handlers/asked.ts';
import { askToForget, forgetResident } from './handlers/forget.ts';
import { confirmForget, continueReport, decideReport } from './handlers/in-dialogue.ts';
import { offerToReport } from './handlers/long-message.ts';
import { showMenu } from './handlers/menu.ts';
import { officerSpoke, unlessWithOfficer } from './handlers/officer.ts';
import { planByPeriod, planFollowUp } from './handlers/plan.ts';
import { elaborate, followUp } from './handlers/follow-up.ts';
import { admitIgnorance, answerQuestion } from './handlers/question.ts';
import { refuseFile, takeImages, takeLocation } from './handlers/report.ts';
import { reportByCode } from './handlers/report-status.ts';
import { answerSeveral } from './handlers/several.ts';
import { asTapped, tapped } from './handlers/tapped.ts';
import { firstOf, type Handler, inStep, on } from './turn.ts';

/** What the bot does with a text, top to bottom: the first handler that answers wins. */
const answerText: Handler<TextEvent> = firstOf(
  tapped,
  inStep('forget-confirm', confirmForget),
  inStep('report-confirm', decideReport),
  inStep('report-content', continueReport),
  needsWords,
  offerToReport,
  reportByCode,
  whenAsked('menu', showMenu),
  whenAsked('help', help),
  whenAsked('forget', askToForget),
  whenAsked('greeting', greet),
  whenAsked('thanks', thank),
  whenAsked('yes', thank),
  whenAsked('no', thank),
  whenAsked('cancel', thank),
  whenAsked('smalltalk', smallTalk),
  planByPeriod,
  planFollowUp,
  followUp,
  elaborate,
  answerSeveral,
  answerQuestion,
  admitIgnorance,
);

/** The whole conversation policy. Pure: the same turn always gives the same outcome. Undefined means: say nothing. */
export const bot: Handler = firstOf(
  on('text', unlessWithOfficer(asTapped(answerText))),
  on('follow', greetFollower),
  on('withdraw', forgetResident),
  on('image', unlessWithOfficer(takeImages)),
  on('location', unlessWithOfficer(takeLocation)),
  on('file', unlessWithOfficer(refuseFile)),
  on('media', unlessWithOfficer(cannotRead)),
  on('contact-shared', unlessWithOfficer(thankForContact)),
  on('staff-message', officerSpoke),
);
