import { hashSecret, newSecret } from '../../lib/secret.ts';
import type { Officer, SignIn } from '../../model/officer.ts';
import type { StaffChange, Store } from '../../store/store.ts';

const IDLE_MS = 30 * 60_000; // an unattended PC at the counter
const LONGEST_MS = 12 * 3_600_000; // a working day
const NOTE_EVERY_MS = 60_000; // how exactly it is kept when a browser was last seen

/** A browser that was let in. The token goes into its cookie and is kept nowhere. */
export type OpenedSession = { token: string; change: StaffChange };

/** A new session, with a new token: one that somebody planted before signing in is worth nothing. */
export function openSession(officer: Officer, now: Date): OpenedSession {
  const token = newSecret();
  const signIn: SignIn = {
    tokenHash: hashSecret(token),
    officerId: officer.id,
    csrfToken: newSecret(),
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + LONGEST_MS),
  };
  return { token, change: { table: 'signIn', key: signIn.tokenHash, value: signIn } };
}

/** Whether a session may still be used. */
export function isAlive({ seenAt, expiresAt }: SignIn, now: Date): boolean {
  return now < expiresAt && now.getTime() - seenAt.getTime() < IDLE_MS;
}

/** The session of a cookie, and whose it is. Undefined once it is over or the officer was switched off. */
export function sessionOf(
  { signIns, officers }: Store,
  token: string | undefined,
  now: Date,
): { signIn: SignIn; officer: Officer } | undefined {
  const signIn = token === undefined ? undefined : signIns.get(hashSecret(token));
  if (signIn === undefined || !isAlive(signIn, now)) return undefined;
  const officer = officers.get(signIn.officerId);
  return officer?.active === true ? { signIn, officer } : undefined;
}

/** Keeps that the browser was seen, not more than once a minute. */
export async function noteSeen(store: Store, signIn: SignIn, now: Date): Promise<void> {
  if (now.getTime() - signIn.seenAt.getTime() < NOTE_EVERY_MS) return;
  const value = { ...signIn, seenAt: now };
  await store.keep([{ table: 'signIn', key: signIn.tokenHash, value }]);
}

/** Ends sessions: those of one officer, or all that are over. */
export function endSessions({ signIns }: Store, which: (signIn: SignIn) => boolean): StaffChange[] {
  return [...signIns.values()]
    .filter(which)
    .map(({ tokenHash }) => ({ table: 'signIn', key: tokenHash, value: null }));
}
