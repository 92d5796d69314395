import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../src/lib/token-bucket.ts';

describe('a token bucket', () => {
  it('never lets more through in any minute than a minute has and the burst', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 50, maxLength: 300 });
    fc.assert(
      fc.property(pauses, (waits) => {
        let now = 0;
        const bucket = new TokenBucket({ perMinute: 60, burst: 5 }, () => now);
        const calls: number[] = [];
        for (const wait of waits) {
          now += wait;
          if (bucket.waitMs() > 0) continue;
          bucket.spend();
          calls.push(now);
        }
        const most = calls.map(
          (from) => calls.filter((at) => at >= from && at < from + 60_000).length,
        );
        expect(Math.max(...most)).toBeLessThanOrEqual(65);
      }),
      { numRuns: 200 },
    );
  });

  it('says exactly how long to wait, and makes up for calls made without asking', () => {
    let now = 0;
    const bucket = new TokenBucket({ perMinute: 60, burst: 1 }, () => now);
    bucket.spend();
    bucket.spend();

    const wait = bucket.waitMs();
    now += wait;

    expect(wait).toBe(2000);
    expect(bucket.waitMs()).toBe(0);
  });

  it('pauses when somebody else has used up what there was', () => {
    let now = 0;
    const bucket = new TokenBucket({ perMinute: 600, burst: 10 }, () => now);

    bucket.pause(5000);
    const wait = bucket.waitMs();
    now += 5000;

    expect(wait).toBe(5000);
    expect(bucket.waitMs()).toBe(0);
  });
});
