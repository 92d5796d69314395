import type { Page } from 'playwright-core';
import { openSession } from '../../src/console/access/sessions.ts';
import type { Officer } from '../../src/model/officer.ts';
import type { Program } from '../helpers/program.ts';

/** Lets an officer in at this page's browser, without the quarter second that a password takes. */
export async function signInAt(page: Page, program: Program, officer: Officer): Promise<void> {
  const { token, change } = openSession(officer, new Date());
  const { store, url } = program;
  await store.keep([{ table: 'officer', key: officer.id, value: officer }, change]);
  await page.context().addCookies([{ name: 'can-bo', value: token, url }]);
}
