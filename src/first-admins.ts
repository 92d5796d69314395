import { randomUUID } from 'node:crypto';
import type { Roster } from './store/roster.ts';
import { hashSecret, newSecret } from './lib/secret.ts';
import {
  invitationLink,
  invitedOfficer,
  newInvitation,
  type Officer,
  type Role,
} from './model/officer.ts';

/** A commune where nobody can let others in yet, and the one-time link of its first administrator. */
export type FirstAdmin = { communeSlug: string; login: string; link: string };

type Setting = { roster: Roster; communes: readonly string[]; now: Date; baseUrl: string };

/** A small commune begins with one person who does everything; they give roles away later. */
const FIRST_ROLES: readonly Role[] = ['admin', 'intake', 'handler', 'leader', 'editor'];

/** Makes a first administrator, with a new link, for each commune that has none with a password. */
export async function inviteFirstAdmins(setting: Setting): Promise<FirstAdmin[]> {
  const { roster, communes, now, baseUrl } = setting;
  const invited: FirstAdmin[] = [];
  for (const communeSlug of new Set(communes)) {
    const admins = roster.of(communeSlug).filter(({ roles }) => roles.includes('admin'));
    if (admins.some(({ passwordHash }) => passwordHash !== undefined)) continue;
    const secret = newSecret();
    const officer = await invite(roster, { communeSlug, now, tokenHash: hashSecret(secret) });
    const link = invitationLink(baseUrl, secret);
    if (officer !== undefined) invited.push({ communeSlug, login: officer.login, link });
  }
  return invited;
}

type Invitation = { communeSlug: string; now: Date; tokenHash: string };

/** The link of an earlier start cannot be shown again: only its hash was kept. So it is replaced. */
function invite(
  roster: Roster,
  { communeSlug, now, tokenHash }: Invitation,
): Promise<Officer | undefined> {
  const login = `quantri.${communeSlug}`;
  const known = roster.byLogin(login);
  if (known?.communeSlug === communeSlug) {
    const invitation = newInvitation(tokenHash, now);
    return roster.change(known.id, (officer) => ({ officer: { ...officer, invitation } }));
  }
  const person = {
    id: randomUUID(),
    communeSlug,
    login,
    name: 'Quản trị',
    roles: FIRST_ROLES,
    createdAt: now,
  };
  return roster.add(invitedOfficer(person, tokenHash));
}
