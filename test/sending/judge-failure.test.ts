import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/lib/app-error.ts';
import { judgeFailure } from '../../src/sending/judge-failure.ts';
import { unreachable, unreadableAnswer, zaloRefusal } from '../../src/zalo/errors.ts';
import { aMessage } from '../store/samples.ts';

const NOW = new Date('2026-11-21T05:00:00Z');
const HOURS = 3_600_000;

function judge(error: Error, { attempts = 0, ageHours = 0, isProbe = false } = {}) {
  const entry = aMessage('m1:0', {
    attempts,
    createdAt: new Date(NOW.getTime() - ageHours * HOURS),
  });
  return judgeFailure(entry, error, { now: NOW, startedAt: NOW, random: () => 1, isProbe });
}

describe('a message that was not sent', () => {
  it.each([
    ['Zalo is out of reach', unreachable('ECONNREFUSED'), 'app waiting 1'],
    ['Zalo answers 502', unreadableAnswer(502), 'app waiting 1'],
    ['of too many calls', zaloRefusal(-32), 'limit waiting 0'],
    ['Zalo could not send it', zaloRefusal(-200), 'message waiting 1'],
    ['the token stays bad', zaloRefusal(-216), 'account waiting 0'],
    ['the account needs a package', zaloRefusal(-224), 'account waiting 0'],
    ['there is no token', new AppError('OA chưa có token.', { hint: '' }), 'account waiting 0'],
    ['the window is closed', zaloRefusal(-230), 'message failed 1'],
    ['the resident has blocked the account', zaloRefusal(-244), 'message failed 1'],
    ['our own code failed', new TypeError('oops'), 'message failed 1'],
  ])('because %s', (_, error, expected) => {
    const { blame, next } = judge(error);

    expect(`${blame} ${next.state} ${next.attempts}`).toBe(expected);
  });

  it('tells staff what they can do', () => {
    expect(judge(zaloRefusal(-230)).next.lastError).toMatch(/7 ngày.*Gọi điện/);
  });

  it('waits twice as long each time, and is given up after the eighth try', () => {
    const waits = [0, 1, 2, 3].map(
      (attempts) =>
        judge(zaloRefusal(-200), { attempts }).next.nextAttemptAt.getTime() - NOW.getTime(),
    );

    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(judge(zaloRefusal(-200), { attempts: 7 }).next.state).toBe('failed');
  });

  it('does not use up its tries while Zalo is probed, and is given up when it is two days old', () => {
    const young = judge(unreachable('ECONNRESET'), { attempts: 7, isProbe: true, ageHours: 47 });
    const old = judge(unreachable('ECONNRESET'), { isProbe: true, ageHours: 49 });

    expect(young.next).toMatchObject({ state: 'waiting', attempts: 7 });
    expect(old.next.state).toBe('failed');
  });

  it.each([
    ['ECONNREFUSED', false],
    ['ENOTFOUND', false],
    ['ECONNRESET', true],
    ['quá 10000 ms', true],
  ])('after %s may have arrived: %s', (reason, mayHave) => {
    expect('unsureSince' in judge(unreachable(reason)).next).toBe(mayHave);
  });
});
