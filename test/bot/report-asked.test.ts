import { describe, expect, it } from 'vitest';
import { realHere } from '../helpers/real.ts';
import { Talk } from '../helpers/talk.ts';

describe('the wish to report something, with the real vocabulary', () => {
  it.each(['Tôi muốn phản ánh', 'phản ánh', 'toi muon phan anh', 'cho tôi gửi phản ánh'])(
    'is asked what the matter is: %s',
    (text) => {
      expect(new Talk(realHere()).says(text).handler).toBe('report-content');
    },
  );

  it.each(['phản ánh của tôi', 'xem phản ánh', 'phản ánh của tôi đến đâu rồi'])(
    'is told from asking after a report sent before: %s',
    (text) => {
      expect(new Talk(realHere()).says(text).handler).toBe('report-status');
    },
  );
});
