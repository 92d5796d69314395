import { invitationRoutes } from './access/invitation.ts';
import { ownPasswordRoutes } from './access/own-password.ts';
import { signInRoutes } from './access/sign-in.ts';
import { staffRoutes } from './access/staff.ts';
import { inboxRoutes } from './cases/inbox.ts';
import type { Route } from './frame/route.ts';

/** Every page of the console, in the order of the menu. Who may do what is read from this table and nowhere else. */
export const routes: readonly Route[] = [
  ...inboxRoutes,
  ...staffRoutes,
  ...signInRoutes,
  ...invitationRoutes,
  ...ownPasswordRoutes,
];
