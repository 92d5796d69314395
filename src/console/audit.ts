import { randomUUID } from 'node:crypto';
import type { AuditEntry, Officer } from '../model/officer.ts';
import type { StaffChange } from '../store/store.ts';

type Deed = {
  /** For example `ticket.read`, `officer.roles`. */
  act: string;
  /** A ticket's code, an officer's login, a file. */
  subject: string;
  before?: string | undefined;
  after?: string | undefined;
};

type Who = { officer: Pick<Officer, 'id' | 'name' | 'communeSlug'>; now: Date };

/** One line of the audit log: who did what to which thing, when. Never give it a password or a token. */
export function auditEntry(
  { officer, now }: Who,
  { act, subject, before, after }: Deed,
): AuditEntry {
  return {
    id: randomUUID(),
    at: now,
    communeSlug: officer.communeSlug,
    officerId: officer.id,
    officerName: officer.name,
    act,
    subject,
    before,
    after,
  };
}

/** The same line, as the store keeps it beside what it tells of. */
export function auditChange(who: Who, deed: Deed): StaffChange {
  const entry = auditEntry(who, deed);
  return { table: 'audit', key: entry.id, value: entry };
}
