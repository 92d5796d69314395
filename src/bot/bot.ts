import type { TextEvent } from '../model/event.ts';
import {
  greet,
  greetFollower,
  cannotRead,
  help,
  needsWords,
  smallTalk,
  thank,
} from './handlers/courtesy.ts';
import { puzzled, readsVietnamese } from './handlers/unclear.ts';
import { whenAsked } from './handlers/asked.ts';
import { askToForget, forgetResident } from './handlers/forget.ts';
import { helpAtOnce } from './handlers/care.ts';
import { takeContact, takeFile, takeImages, takeLocation } from './handlers/attachment.ts';
import {
  afterBreak,
  confirmForget,
  decideReport,
  takeContactWords,
  takeContent,
  takePlace,
} from './handlers/in-dialogue.ts';
import { offerToReport } from './handlers/long-message.ts';
import { showMenu } from './handlers/menu.ts';
import { officerSpoke, unlessWithOfficer } from './handlers/officer.ts';
import { splitMixed } from './handlers/mixed.ts';
import { takeMore } from './handlers/more-for-report.ts';
import { notWhatWasMeant } from './handlers/not-meant.ts';
import { planByPeriod, planFollowUp } from './handlers/plan.ts';
import { askAboutWhat, elaborate, followUp } from './handlers/follow-up.ts';
import { admitIgnorance, answerQuestion, startReport } from './handlers/question.ts';
import { reportByCode } from './handlers/report-status.ts';
import { answerSeveral } from './handlers/several.ts';
import { takeWords } from './handlers/ticket-words.ts';
import { asTapped, tapped } from './handlers/tapped.ts';
import { firstOf, type Handler, inStep, on } from './turn.ts';

/** What the bot does with a text, top to bottom: the first handler that answers wins. */
const answerText: Handler<TextEvent> = firstOf(
  tapped,
  inStep('forget-confirm', confirmForget),
  afterBreak,
  inStep('report-confirm', decideReport),
  inStep('report-contact', takeContactWords),
  inStep('report-place', takePlace),
  inStep('report-content', takeContent),
  inStep('ticket-words', takeWords),
  helpAtOnce,
  needsWords,
  readsVietnamese,
  puzzled,
  offerToReport,
  reportByCode,
  notWhatWasMeant,
  whenAsked('menu', showMenu),
  whenAsked('help', help),
  whenAsked('report', startReport),
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
  takeMore,
  askAboutWhat,
  splitMixed,
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
  on('file', unlessWithOfficer(takeFile)),
  on('media', unlessWithOfficer(cannotRead)),
  on('contact-shared', unlessWithOfficer(takeContact)),
  on('staff-message', officerSpoke),
);
