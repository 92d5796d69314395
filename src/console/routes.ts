import { invitationRoutes } from './access/invitation.ts';
import { ownPasswordRoutes } from './access/own-password.ts';
import { signInRoutes } from './access/sign-in.ts';
import { staffRoutes } from './access/staff.ts';
import { auditRoutes } from './access/audit-log.ts';
import { actRoutes } from './cases/act.ts';
import { counterRoutes } from './cases/at-the-counter.ts';
import { caseRoutes } from './cases/case.ts';
import { giveOutRoutes } from './cases/give-out.ts';
import { inboxRoutes } from './cases/inbox.ts';
import { figureRoutes } from './figures/routes.ts';
import { privacyRoutes } from './privacy/routes.ts';

import { questionRoutes } from './questions/question.ts';
import { questionListRoutes } from './questions/question-list.ts';
import { talkRoutes } from './talks/talk.ts';
import { talkListRoutes } from './talks/talk-list.ts';
import { unsentRoutes } from './unsent/unsent.ts';
import type { Route } from './frame/route.ts';
import { homeRoutes } from './home/home.ts';
import { knowledgeRoutes } from './home/knowledge-page.ts';

/** Every page of the console, in the order of the menu. Who may do what is read from this table and nowhere else. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...inboxRoutes,
  ...counterRoutes,
  ...caseRoutes,
  ...actRoutes,
  ...giveOutRoutes,
  ...figureRoutes,
  ...privacyRoutes,
  ...talkListRoutes,
  ...talkRoutes,
  ...unsentRoutes,
  ...questionListRoutes,
  ...questionRoutes,
  ...knowledgeRoutes,
  ...staffRoutes,
  ...auditRoutes,
  ...signInRoutes,
  ...invitationRoutes,
  ...ownPasswordRoutes,
];
