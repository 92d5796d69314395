import { describe, expect, it } from 'vitest';
import { denouncing, marriage, procedure } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { smallHere } from '../helpers/vocabulary.ts';

const here = smallHere({ procedures: [procedure(), marriage(), denouncing()] });

describe('a message that reports one thing and asks another', () => {
  it('has the question answered, and the report offered to be sent', () => {
    const talk = new Talk(here);

    const outcome = talk.says(
      'Đường thôn 3 bị sụt một hố to, xe ngã hoài. Còn làm giấy khai sinh lệ phí bao nhiêu?',
    );

    expect(outcome.handler).toBe('mixed');
    expect(outcome.facet).toBe('fees');
    expect(textOf(outcome)).toContain('“Đường thôn 3 bị sụt một hố to, xe ngã hoài.”');
    expect(titlesOf(outcome)).toEqual(['Gửi phản ánh', 'Không gửi nữa']);
    talk.taps('Gửi phản ánh');
    expect(talk.files().effects?.report?.draft.content).not.toContain('khai sinh');
  });

  it('files nothing of what is denounced', () => {
    const talk = new Talk(here);

    const outcome = talk.says(
      'Cống bị tắc ngập cả đường đi. Tôi muốn tố cáo cán bộ xã nhận hối lộ.',
    );

    expect(textOf(outcome)).toContain('không nhận tố cáo qua tin nhắn');
    talk.taps('Gửi phản ánh');
    expect(talk.files().effects?.report?.draft.content).toBe('Cống bị tắc ngập cả đường đi.');
  });

  it('is one report when its other sentences only tell more', () => {
    const outcome = new Talk(here).says(
      'Đường thôn 3 bị sụt một hố to. Hôm qua cháu tôi đi học bị ngã ở đó.',
    );

    expect(outcome.handler).not.toBe('mixed');
  });
});
