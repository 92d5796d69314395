import type { Officer } from '../../model/officer.ts';
import type { Ticket } from '../../model/ticket.ts';
import type { Performer, Rules } from '../../pakn/acts.ts';
import { stagesBy } from '../../pakn/urgency.ts';
import type { Option } from '../frame/parts.ts';
import { notFound } from '../frame/refusals.ts';
import { type Answer, mayUse, type OfficerVisit } from '../frame/route.ts';
import type { Standpoint } from './views.ts';
import { CASE_STAFF } from './words.ts';

/** The reports of the officer's commune; those of others are never looked at. */
export function ticketsHere({ services, officer }: OfficerVisit): Ticket[] {
  return services.store.tickets().filter(({ communeSlug }) => communeSlug === officer.communeSlug);
}

/** The report named in the address; those of other communes do not exist here. */
export function withTicket(
  { services, params, officer }: OfficerVisit,
  show: (ticket: Ticket) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const ticket = services.store.ticket(params['code'] ?? '');
  const isHere = ticket?.communeSlug === officer.communeSlug;
  return ticket !== undefined && isHere ? show(ticket) : notFound();
}

/** What acts are judged by at this moment in this commune. */
export function rulesOf({ commune, now }: Pick<OfficerVisit, 'commune' | 'now'>): Rules {
  return { now, policy: commune.feedback, calendar: commune.calendar };
}

/** How the officer looks at an inbox at this moment. */
export function standpointOf(visit: OfficerVisit): Standpoint {
  return { officerId: visit.officer.id, stageOf: stagesBy(rulesOf(visit)) };
}

/** The officer as the rules see them. */
export function performerOf({ officer }: OfficerVisit): Extract<Performer, { type: 'officer' }> {
  const { id, name, roles, communeSlug } = officer;
  return { type: 'officer', id, name, roles, communeSlug };
}

/** Whom work can be given to. */
export function colleagues({ services, officer }: OfficerVisit): Officer[] {
  return services.roster
    .of(officer.communeSlug)
    .filter(({ active, roles }) => active && mayUse({ allow: CASE_STAFF }, roles));
}

export function colleagueOptions(visit: OfficerVisit): Option[] {
  return colleagues(visit).map(({ id, name }) => ({ value: id, label: name }));
}
