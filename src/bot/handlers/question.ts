import { maskPersonalData } from '../../lib/mask.ts';
import type { Facet, Intent, Talk } from '../../knowledge/vocabulary.ts';
import type { TextEvent } from '../../model/event.ts';
import type { Choice } from '../../model/reply.ts';
import { draftOf } from '../../model/report.ts';
import type { Topic } from '../../model/session.ts';
import type { Hit, Understanding } from '../../search/search.ts';
import { answer, message, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import { answerDanger, answerDenunciation, isDenunciation, isPressing } from './care.ts';
import { answerOffice } from './office.ts';
import { callOfficer } from './officer.ts';
import { answerPlan } from './plan.ts';
import { answerProcedure, findProcedure } from './procedure.ts';
import { greet, help, smallTalk, stayOnTopic, thank } from './courtesy.ts';
import { askForReport, continueReport } from './report.ts';
import { myReports } from './report-status.ts';
import { answerWritten, findAnswer } from './written-answer.ts';

const MOST_OPTIONS = 4;
const NEAR_SHARE = 0.08; // an option this likely beside the best may be what was meant
const NEAR_PLAN_SHARE = 0.3;
const LIKELY_TOO = 0.4;
const SHORT_REPORT_WORDS = 5;
const LONGEST_KEPT_QUESTION = 300;

/** Answers, asks which of several, or admits not to know: whatever the search is sure enough of. */
export const answerQuestion: Handler<TextEvent> = (turn) => {
  const understanding = turn.here.search(turn.event.text);
  const [best] = understanding.hits;
  if (best === undefined || understanding.band === 'none') return undefined;
  const outcome =
    (understanding.band === 'answer' && !mayBeAsking(understanding)) ||
    best.kind === 'plan' ||
    isPressing(best)
      ? answerHit(turn, best, understanding)
      : askWhich(turn, understanding);
  return outcome && explained(understanding, remembering(turn, outcome));
};

/** "Ông tôi mất, giờ báo với xã thế nào" asks how; it may be a procedure as well as a report. */
function mayBeAsking({ facet, hits: [best, second] }: Understanding): boolean {
  if (best?.id !== 'report' || facet === undefined || second?.kind !== 'procedure') return false;
  return second.score >= best.score * LIKELY_TOO;
}

/** What was asked is remembered until the next answer, in case the resident says that it was misunderstood. */
function remembering({ event }: Turn<TextEvent>, outcome: Outcome): Outcome {
  if (outcome.session.step !== 'idle') return outcome;
  return { ...outcome, session: { ...outcome.session, asked: questionForStaff(event.text) } };
}

const TALKS: Readonly<Record<Talk, (turn: Turn) => Outcome>> = {
  greeting: greet,
  thanks: thank,
  help,
  smalltalk: smallTalk,
  'off-topic': stayOnTopic,
};

/** Admits not to know, and logs the question for staff without saying who asked. */
export const admitIgnorance: Handler<TextEvent> = (turn) => {
  const understanding = turn.here.search(turn.event.text);
  const { talk } = understanding;
  if (talk !== undefined) return explained(understanding, TALKS[talk](turn));
  const choices = [
    say('Xem danh mục', { do: 'menu' }),
    say('Gửi phản ánh', { do: 'report' }),
    say('Gặp cán bộ', { do: 'officer' }),
  ];
  const reply = message(texts.doNotKnow(turn.here.local.commune), choices);
  return explained(understanding, {
    ...answer(turn, [reply], { handler: 'do-not-know', kind: 'none' }),
    effects: {
      unanswered: {
        text: questionForStaff(turn.event.text),
        nearest: understanding.hits.slice(0, 3).map(({ id }) => id),
      },
    },
  });
};

/** A question as staff may read it: short, without numbers that belong to a person. */
function questionForStaff(text: string): string {
  return maskPersonalData(text).slice(0, LONGEST_KEPT_QUESTION);
}

/** Answers with what a hit stands for. */
export function answerHit(
  turn: Turn<TextEvent>,
  hit: Hit,
  understanding: Understanding,
): Outcome | undefined {
  switch (hit.kind) {
    case 'procedure': {
      if (isDenunciation(hit) && understanding.facet === undefined) return answerDenunciation(turn);
      const procedure = findProcedure(turn.here, hit.id);
      return procedure && answerProcedure(turn, procedure, understanding.facet);
    }
    case 'faq':
    case 'referral': {
      const written = findAnswer(turn.here, hit.id);
      return written && answerWritten(turn, written);
    }
    case 'plan':
      return answerPlan(turn, nearPlans(understanding.hits), turn.event.text);
    case 'intent':
      return actOn(turn, hit.id);
  }
}

/** The plans that match nearly as well as the best: two plans of one commune often speak of the same work. */
function nearPlans(hits: readonly Hit[]): Hit[] {
  const [best] = hits;
  return hits
    .filter(({ kind, score }) => kind === 'plan' && score >= (best?.score ?? 0) * NEAR_PLAN_SHARE)
    .slice(0, 2);
}

function actOn(turn: Turn<TextEvent>, intent: Intent | (string & {})): Outcome | undefined {
  switch (intent) {
    case 'danger':
      return answerDanger(turn);
    case 'denunciation':
      return answerDenunciation(turn);
    case 'office':
      return answerOffice(turn);
    case 'officer':
      return callOfficer(turn);
    case 'report-status':
      return myReports(turn);
    case 'report':
      return startReport(turn);
    default:
      return undefined;
  }
}

/** A message that already tells the matter is read back; "tôi muốn phản ánh" alone is asked about. */
export function startReport(turn: Turn<TextEvent>): Outcome {
  const content = turn.event.text.trim();
  const tellsTheMatter = content.split(/\s+/).length > SHORT_REPORT_WORDS;
  if (!tellsTheMatter) return askForReport(turn);
  return continueReport(turn, draftOf(content));
}

/** Asks which of the likeliest is meant. */
export function askWhich(turn: Turn, { hits, facet }: Understanding): Outcome {
  const best = hits[0]?.score ?? 0;
  const near = hits.filter(({ score }) => score >= best * NEAR_SHARE).slice(0, MOST_OPTIONS);
  const options = distinct(near.map((hit) => optionFor(hit, facet)));
  return answer(
    turn,
    [message(texts.chooseProcedure, [...options, say(texts.noneOfThese, { do: 'none-of-these' })])],
    { handler: 'choose', kind: 'choose', facet, topic: topicOf(hits[0]) },
  );
}

/** Several intents lead to the same choice, and a commune's own answer to the shared one's. */
function distinct(options: readonly Choice[]): Choice[] {
  return [...new Map(options.map((option) => [option.title, option])).values()];
}

/** The likeliest procedure is what a bare "mấy ngày xong?" asks about, until another is chosen. */
function topicOf(best: Hit | undefined): Topic | undefined {
  return best?.kind === 'procedure' ? { kind: 'procedure', code: best.id } : undefined;
}

function optionFor({ kind, id, title, part }: Hit, facet: Facet | undefined): Choice {
  switch (kind) {
    case 'procedure':
      return say(title, { do: 'procedure', code: id, ...(facet && { facet }) });
    case 'plan':
      return say(title, part === undefined ? { do: 'plan', id } : { do: 'plan', id, part });
    case 'faq':
    case 'referral':
      return say(title, { do: 'answer', id });
    case 'intent':
      return intentOption(id);
  }
}

function intentOption(intent: string): Choice {
  if (intent === 'office') return say('Giờ làm việc, liên hệ', { do: 'office' });
  if (intent === 'officer') return say('Gặp cán bộ', { do: 'officer' });
  if (intent === 'report-status') return say('Phản ánh của tôi', { do: 'my-reports' });
  return say('Gửi phản ánh tới xã', { do: 'report' });
}

/** An outcome with what the search understood, for the trace. */
export function explained(understanding: Understanding, outcome: Outcome): Outcome {
  return { hits: understanding.hits, explanation: understanding.explanation, ...outcome };
}
