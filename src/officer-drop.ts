import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Roster } from './store/roster.ts';
import { AppError } from './lib/app-error.ts';
import { type Officer, ROLES } from './model/officer.ts';

const dropSchema = z.object({
  id: z.string(),
  communeSlug: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  invitation: z.object({ tokenHash: z.string(), expiresAt: z.coerce.date() }),
  createdAt: z.coerce.date(),
});

/** An officer whom the operator lets in, with the hash of the link they were given. */
export type InvitedOfficer = z.infer<typeof dropSchema>;

/** Leaves an invitation for the running program, which alone may write to its data folder. */
export async function dropOfficer(dataFolder: string, invited: InvitedOfficer): Promise<void> {
  const folder = dropFolder(dataFolder);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${invited.id}.json`);
  await writeFile(`${path}.part`, JSON.stringify(invited), { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** Takes in the invitations that were left. A damaged or impossible one is told after the others, and removed. */
export async function takeDroppedOfficers(dataFolder: string, roster: Roster): Promise<string[]> {
  const folder = dropFolder(dataFolder);
  const names = await readdir(folder).catch(() => []); // no folder: nobody was ever invited
  const taken: string[] = [];
  const refused: AppError[] = [];
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const path = join(folder, name);
    try {
      const invited = dropSchema.parse(JSON.parse(await readFile(path, 'utf8')));
      await inviteOfficer(roster, invited);
      taken.push(invited.communeSlug);
    } catch (cause) {
      refused.push(cause instanceof AppError ? cause : damaged(path, cause));
    }
    await rm(path, { force: true });
  }
  const [first] = refused;
  if (first !== undefined) throw first;
  return taken;
}

/**
 * Lets a person in: a new officer, or one who has lost the way in and gets a new link, the roles added to those held.
 * Throws an AppError when the login is somebody's in another commune.
 */
export async function inviteOfficer(roster: Roster, invited: InvitedOfficer): Promise<void> {
  const { login, communeSlug, roles, invitation } = invited;
  const fresh: Officer = {
    ...invited,
    passwordHash: undefined,
    active: true,
    failures: 0,
    lockedUntil: undefined,
  };
  const known = roster.byLogin(login);
  if (known === undefined) {
    await roster.add(fresh);
    return;
  }
  if (known.communeSlug !== communeSlug) {
    throw new AppError(`Tên đăng nhập "${login}" đã có người ở xã ${known.communeSlug} dùng.`, {
      hint: 'Chạy lại "npm run --silent cli -- officer invite" với --login khác.',
    });
  }
  await roster.change(known.id, (officer) => ({
    officer: {
      ...officer,
      roles: [...new Set([...officer.roles, ...roles])],
      invitation,
      active: true,
      failures: 0,
      lockedUntil: undefined,
    },
  }));
}

function damaged(path: string, cause: unknown): AppError {
  return new AppError(`Tệp mời cán bộ ${path} không đọc được.`, {
    hint: 'Chạy lại "npm run --silent cli -- officer invite".',
    cause,
  });
}

function dropFolder(dataFolder: string): string {
  return join(dataFolder, 'can-bo-moi');
}
