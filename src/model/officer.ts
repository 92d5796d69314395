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
