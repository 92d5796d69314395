import { describe, expect, it } from 'vitest';
import { toneCost } from '../../src/search/tone.ts';

describe('a tone', () => {
  it('costs nothing when it is the one that is meant, whatever the letters', () => {
    expect(toneCost('nính', 'lính')).toBe(0);
  });

  it('is sooner blurred between hỏi and ngã than mistaken', () => {
    expect(toneCost('sữa', 'sửa')).toBeLessThan(toneCost('sứa', 'sửa'));
  });

  it('is sooner left out than mistaken', () => {
    expect(toneCost('sưa', 'sửa')).toBeLessThan(toneCost('sứa', 'sửa'));
  });
});
