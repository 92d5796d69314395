import type { Tally } from '../../model/tally.ts';
import { type Period, within } from '../../reports/period.ts';
import type { UnansweredQuestion } from '../../store/store.ts';
import type { OfficerVisit } from '../frame/route.ts';

/** What was counted in the officer's commune; other communes' numbers are not looked at. */
export function talliesHere({ services, officer }: OfficerVisit): Tally[] {
  return [...services.store.tallies.values()].filter(
    ({ communeSlug }) => communeSlug === officer.communeSlug,
  );
}

/** The questions of a period that wait for somebody to teach the bot, newest first. */
export function openQuestions(visit: OfficerVisit, period: Period): UnansweredQuestion[] {
  const isIn = within(period);
  return visit.services.store
    .unansweredQuestions()
    .filter(
      ({ communeSlug, askedAt }) => communeSlug === visit.officer.communeSlug && isIn(askedAt),
    )
    .sort((one, other) => other.askedAt.getTime() - one.askedAt.getTime());
}

/** What a code or id that was shown stands for. A procedure has a page of its own. */
export type ShownThing = { kind: string; name: string; page: string | undefined };

/** Looks up what was shown; what is no longer in the knowledge keeps its code or id as its name. */
export function shownThing({ commune, services }: OfficerVisit, id: string): ShownThing {
  const procedure = commune.procedures.get(id);
  if (procedure !== undefined) {
    const page = `/tthc/${id}?xa=${commune.commune.slug}`;
    return { kind: 'Thủ tục', name: procedure.shortName, page };
  }
  const answers = [...commune.answers, ...services.knowledge().answers];
  const title = answers.find((one) => one.id === id)?.title;
  if (title !== undefined) return { kind: 'Câu trả lời', name: title, page: undefined };
  const plan = commune.plans.find((one) => one.id === id)?.shortTitle;
  if (plan !== undefined) return { kind: 'Kế hoạch', name: plan, page: undefined };
  return { kind: 'Không còn trong kiến thức', name: id, page: undefined };
}
