import { hashSecret, newSecret } from '../../src/lib/secret.ts';
import type { SignIn } from '../../src/model/officer.ts';
import type { Ticket } from '../../src/model/ticket.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { type Change, Records } from '../../src/store/lowdb/records.ts';
import { anOfficer } from '../console/browser.ts';
import { manyCases } from './many-cases.ts';

/** Where the officer of the store works. */
export const COMMUNE = 'nam-dan';
const AT_ONCE = 1000; // changes in one line of the journal
const SIGNED_IN_MS = 12 * 3_600_000;

/** A data folder full of reports, with an officer who may see and do everything in one commune. */
export type FullStore = {
  /** What the officer's browser sends. */
  cookie: string;
  csrfToken: string;
};

/** Fills a new data folder with so many reports of four communes. */
export async function fillStore(folder: string, cases: number, now: Date): Promise<FullStore> {
  const officer = anOfficer({ communeSlug: COMMUNE });
  const token = newSecret();
  const signIn: SignIn = {
    tokenHash: hashSecret(token),
    officerId: officer.id,
    csrfToken: newSecret(),
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + SIGNED_IN_MS),
  };
  const changes: Change[] = [
    { table: 'officer', key: officer.id, value: officer },
    { table: 'signIn', key: signIn.tokenHash, value: signIn },
    ...[...manyCases(cases, now)].map((one): Change => ({
      table: 'ticket',
      key: one.code,
      value: one,
    })),
  ];
  const records = await Records.open(folder);
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    await records.commit(changes.slice(from, from + AT_ONCE));
  }
  await records.close();
  return { cookie: `can-bo=${token}`, csrfToken: signIn.csrfToken };
}

/** The reports of the officer's commune as they stand in a data folder that nobody has open, oldest first. */
export async function reportsIn(folder: string): Promise<Ticket[]> {
  const store = await openLowdbStore(folder);
  const here = store.tickets().filter(({ communeSlug }) => communeSlug === COMMUNE);
  await store.close();
  return here;
}
