import { auditRoutes } from './access/audit-log.ts';
import { invitationRoutes } from './access/invitation.ts';
import { ownPasswordRoutes } from './access/own-password.ts';
import { signInRoutes } from './access/sign-in.ts';
import { staffRoutes } from './access/staff.ts';
import { actRoutes } from './cases/act.ts';
import { counterRoutes } from './cases/at-the-counter.ts';
import { caseRoutes } from './cases/case.ts';
import { giveOutRoutes } from './cases/give-out.ts';
import { inboxRoutes } from './cases/inbox.ts';
import { figureRoutes } from './figures/routes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { type Answer, mayUse, type OfficerVisit, redirect, type Route } from './frame/route.ts';

/** Every page of the console, in the order of the menu. Who may do what is read from this table and nowhere else. */
export const routes: readonly Route[] = [
  { method: 'get', path: '/', allow: 'signed-in', handle: home },
  ...inboxRoutes,
  ...counterRoutes,
  ...caseRoutes,
  ...actRoutes,
  ...giveOutRoutes,
  ...figureRoutes,
  ...privacyRoutes,
  ...staffRoutes,
  ...auditRoutes,
  ...signInRoutes,
  ...invitationRoutes,
  ...ownPasswordRoutes,
];

/** The first page of the officer's menu; who has none yet sees their own account. */
function home({ officer }: OfficerVisit): Answer {
  const first = routes.find((route) => route.menu !== undefined && mayUse(route, officer.roles));
  return redirect(`/can-bo${first?.path ?? '/mat-khau'}`);
}
