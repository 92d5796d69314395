import { describe, expect, it, onTestFinished } from 'vitest';
import { Door } from '../../src/console/access/door.ts';
import { hashPassword, PASSWORD_COST, passwordProblem } from '../../src/console/access/password.ts';
import { silentLog } from '../../src/lib/log.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { Roster } from '../../src/store/roster.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { anOfficer } from './browser.ts';

const PASSWORD = 'bốn con ngựa chạy';
const NOW = new Date('2026-11-21T02:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** Quick to compute: what is tested is the counting. Only the test of time pays the real cost. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };

async function door(passwordCost = CHEAP) {
  const store = await openLowdbStore(await temporaryFolder());
  onTestFinished(() => store.close());
  const roster = new Roster(store);
  const hoa = anOfficer({ login: 'hoa', passwordHash: await hashPassword(PASSWORD, passwordCost) });
  await roster.add(hoa);
  return { store, roster, hoa, door: new Door({ store, roster, log: silentLog, passwordCost }) };
}

const knock = { login: 'hoa', password: PASSWORD, address: '10.0.0.1', now: NOW };
const wrong = { ...knock, password: 'sai hoàn toàn' };

describe('the door of the console', () => {
  it('does not listen for a growing time after five wrong passwords, even to the right one', async () => {
    const { door: keeper, hoa, store } = await door();
    for (let i = 0; i < 5; i++) await keeper.admit(wrong);

    const locked = await keeper.admit(knock);
    const sixth = await keeper.admit({ ...wrong, now: later(1) });
    const afterTwo = await keeper.admit({ ...knock, now: later(2) });
    const afterThree = await keeper.admit({ ...knock, now: later(3) });

    expect(locked).toEqual({ admitted: false, lockedUntil: later(1) });
    expect(sixth).toEqual({ admitted: false, lockedUntil: later(3) });
    expect(afterTwo.admitted).toBe(false);
    expect(afterThree.admitted).toBe(true);
    expect(store.officers.get(hoa.id)?.failures).toBe(0);
  });

  it('counts a hundred tries at once as a hundred', async () => {
    const { door: keeper, hoa, store } = await door();

    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => keeper.admit({ ...wrong, address: `10.0.0.${i}` })),
    );

    expect(answers.every(({ admitted }) => !admitted)).toBe(true);
    expect(store.officers.get(hoa.id)?.failures).toBe(5);
  });

  it('treats a login that nobody has the same, lock and all', async () => {
    const { door: keeper } = await door();
    const stranger = { ...wrong, login: 'khong-ai' };
    for (let i = 0; i < 5; i++) await keeper.admit(stranger);

    const locked = await keeper.admit(stranger);

    expect(locked).toEqual({ admitted: false, lockedUntil: later(1) });
  });

  it('stops hearing an address that tries one login after another', async () => {
    const { door: keeper } = await door();
    for (let i = 0; i < 20; i++) await keeper.admit({ ...wrong, login: `ten-${i}` });

    const here = await keeper.admit(knock);
    const elsewhere = await keeper.admit({ ...knock, address: '10.0.0.2' });

    expect([here.admitted, elsewhere.admitted]).toEqual([false, true]);
  });

  it('lets nobody in who was switched off, or has set no password', async () => {
    const { door: keeper, roster, hoa } = await door();
    await roster.add(anOfficer({ login: 'moi', passwordHash: undefined }));
    await roster.change(hoa.id, (officer) => ({ officer: { ...officer, active: false } }));

    const switchedOff = await keeper.admit(knock);
    const invited = await keeper.admit({ ...knock, login: 'moi' });

    expect([switchedOff.admitted, invited.admitted]).toEqual([false, false]);
  });

  it('takes as long to refuse a login that nobody has', async () => {
    const { door: keeper } = await door(PASSWORD_COST);
    const time = async (login: string) => {
      const started = performance.now();
      await keeper.admit({ ...wrong, login });
      return performance.now() - started;
    };
    await time('hoa');

    const [known, unknown] = [await time('hoa'), await time('khong-ai')];

    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });
});

describe('a password', () => {
  it.each([
    ['chỉ 9 ký', 'Mật khẩu cần ít nhất 10 ký tự'],
    ['password123', 'rất dễ đoán'],
    ['P.a.s.s.w.o.r.d.1.2.3', 'rất dễ đoán'],
    ['aaaaaaaaaaaa', 'rất dễ đoán'],
    ['1234567890', 'rất dễ đoán'],
    ['hoa.nguyen2026', 'không được chứa tên đăng nhập'],
    ['x y'.repeat(100), 'không dài quá 200'],
  ])('%s is refused', (password, why) => {
    expect(passwordProblem(password, 'hoa.nguyen')).toContain(why);
  });

  it('of a few words that only one person thinks of is taken', () => {
    expect(passwordProblem(PASSWORD, 'hoa')).toBeUndefined();
  });
});
