import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newInvitation } from '../src/model/officer.ts';
import { dropOfficer, inviteOfficer, takeDroppedOfficers } from '../src/officer-drop.ts';
import { openLowdbStore } from '../src/store/lowdb/lowdb-store.ts';
import { Roster } from '../src/store/roster.ts';
import { NOW } from './helpers/build.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const PAO = {
  id: 'o9',
  communeSlug: 'nam-dan',
  login: 'pao.vang',
  name: 'Vàng Văn Páo',
  roles: ['handler' as const],
  invitation: newInvitation('hash', NOW),
  createdAt: NOW,
};

async function world() {
  const folder = await temporaryFolder();
  const store = await openLowdbStore(join(folder, 'data'));
  onTestFinished(() => store.close());
  return { folder, roster: new Roster(store) };
}

describe('an officer whom the operator invites', () => {
  it('is taken in by the running program, once', async () => {
    const { folder, roster } = await world();
    await dropOfficer(folder, PAO);

    const taken = [
      await takeDroppedOfficers(folder, roster),
      await takeDroppedOfficers(folder, roster),
    ];

    expect(taken).toEqual([['nam-dan'], []]);
    expect(roster.byLogin('pao.vang')).toMatchObject({ roles: ['handler'], active: true });
  });

  it('and is there already keeps name, roles and password, and gets the new link', async () => {
    const { roster } = await world();
    await inviteOfficer(roster, PAO);
    await roster.change('o9', (officer) => ({
      officer: { ...officer, passwordHash: 'kept', active: false },
    }));

    const invitation = newInvitation('another', NOW);
    await inviteOfficer(roster, { ...PAO, id: 'o10', name: 'Khác', roles: ['admin'], invitation });

    expect(roster.byLogin('pao.vang')).toMatchObject({
      id: 'o9',
      name: 'Vàng Văn Páo',
      roles: ['handler', 'admin'],
      passwordHash: 'kept',
      active: true,
      invitation: { tokenHash: 'another' },
    });
  });

  it('cannot take a login of another commune', async () => {
    const { roster } = await world();
    await inviteOfficer(roster, PAO);

    const taking = inviteOfficer(roster, { ...PAO, id: 'o10', communeSlug: 'dai-son' });

    await expect(taking).rejects.toThrow('đã có người ở xã nam-dan dùng');
  });

  it('by a damaged file is told of, after the others, and only once', async () => {
    const { folder, roster } = await world();
    await dropOfficer(folder, PAO);
    await writeFile(join(folder, 'can-bo-moi', 'a.json'), '{"id":');

    await expect(takeDroppedOfficers(folder, roster)).rejects.toThrow('không đọc được');

    expect(roster.byLogin('pao.vang')).toBeDefined();
    expect(await readdir(join(folder, 'can-bo-moi'))).toEqual([]);
  });
});
