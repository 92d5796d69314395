/** What an officer may do: tiếp nhận, xử lý, lãnh đạo, biên tập, quản trị, chỉ xem. */
export const ROLES = ['intake', 'handler', 'leader', 'editor', 'admin', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** A person of one commune who works in the console. */
export type Officer = {
  id: string;
  communeSlug: string;
  /** What they sign in with, lower case; unique on the machine. */
  login: string;
  name: string;
  roles: readonly Role[];
  /** As `console/password.ts` writes it; undefined until the one-time link was used. */
  passwordHash: string | undefined;
  /** Of the one-time link that sets the first or a new password; only its hash is kept. */
  invitation: { tokenHash: string; expiresAt: Date } | undefined;
  active: boolean;
  createdAt: Date;
  /** Wrong passwords in a row, and until when signing in is refused. */
  failures: number;
  lockedUntil: Date | undefined;
};

/** One signed-in browser. */
export type SignIn = {
  /** The hash of the cookie's token: who reads the disk cannot take over a session. */
  tokenHash: string;
  officerId: string;
  /** What forms must send back. */
  csrfToken: string;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
};

/** One line of the audit log. Only ever added to. */
export type AuditEntry = {
  id: string;
  at: Date;
  communeSlug: string;
  officerId: string;
  officerName: string;
  /** For example `ticket.read`, `ticket.answer`, `officer.create`. */
  act: string;
  /** What it was done to: a ticket's code, an officer's login, a file. */
  subject: string;
  /** What changed, in words or JSON; never a password or a token. */
  before: string | undefined;
  after: string | undefined;
};

const INVITATION_MS = 24 * 3_600_000;

/** A one-time link that was just made, as it is kept: whoever holds the secret may set the password for a day. */
export function newInvitation(tokenHash: string, now: Date): NonNullable<Officer['invitation']> {
  return { tokenHash, expiresAt: new Date(now.getTime() + INVITATION_MS) };
}

type Invited = Pick<Officer, 'id' | 'communeSlug' | 'login' | 'name' | 'roles' | 'createdAt'>;

/** An officer who has yet to use the one-time link. */
export function invitedOfficer(person: Invited, tokenHash: string): Officer {
  return {
    ...person,
    passwordHash: undefined,
    invitation: newInvitation(tokenHash, person.createdAt),
    active: true,
    failures: 0,
    lockedUntil: undefined,
  };
}

/** Where the holder of a secret sets the password. */
export function invitationLink(baseUrl: string, secret: string): string {
  return new URL(`/can-bo/loi-moi?ma=${secret}`, baseUrl).href;
}
