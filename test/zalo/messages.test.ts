import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/model/reply.ts';
import { cutText } from '../../src/zalo/cut-text.ts';
import { toZaloMessages } from '../../src/zalo/messages.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const long = (word: string, times: number) => `${word} `.repeat(times).trim();

function say(title: string, send = title): Choice {
  return { kind: 'say', title, send };
}

describe('a long text', () => {
  it('keeps every word, in parts that Zalo accepts', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const gap = fc.constantFrom(' ', '. ', '\n', '\n\n', '! ');
    const texts = fc
      .array(fc.tuple(word, gap), { maxLength: 80 })
      .map((pieces) => pieces.flat().join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 300 }), (text, limit) => {
        const parts = cutText(text, limit);
        expect(parts.every((part) => part !== '' && Array.from(part).length <= limit)).toBe(true);
        expect(words(parts.join(' ')).join('')).toBe(words(text).join(''));
      }),
    );
  });

  it('is cut at a paragraph before anything else', () => {
    const parts = cutText(`${long('một.', 250)}\n\n${long('hai.', 250)}\n${long('ba.', 10)}`, 2000);

    expect(parts[0]?.endsWith('một.')).toBe(true);
    expect(parts[1]?.startsWith('hai.')).toBe(true);
  });

  it('is cut at a sentence rather than inside one', () => {
    const [first] = cutText(`${long('câu này dài.', 100)} ${long('chữ', 400)}`, 1500);

    expect(first?.endsWith('dài.')).toBe(true);
  });

  it('never breaks a link', () => {
    const link = `https://dichvucong.gov.vn/${'a.b/'.repeat(40)}`;
    const parts = cutText(`${long('chữ', 480)} ${link} ${long('chữ', 30)}`, 2000);

    expect(parts.some((part) => part.includes(link))).toBe(true);
  });

  it('is counted in code points, and no emoji is torn', () => {
    expect(cutText('😀'.repeat(2000), 2000)).toHaveLength(1);
    expect(cutText('😀'.repeat(2001), 2000)).toEqual(['😀'.repeat(2000), '😀']);
  });
});

describe('a reply', () => {
  it('becomes text and buttons, with the choices written last', () => {
    const [message, ...more] = toZaloMessages({
      text: 'Bạn cần gì?',
      choices: [
        say('Lệ phí', '#phi'),
        { kind: 'link', title: 'Cổng dịch vụ công', url: 'https://dichvucong.gov.vn' },
        say('Giấy tờ'),
        { kind: 'call', title: 'Gọi Một cửa', phone: '0262 3812.345' },
      ],
    });

    expect(more).toEqual([]);
    expect(message).toEqual({
      text: 'Bạn cần gì?\n\n1. Lệ phí\n2. Giấy tờ',
      attachment: {
        type: 'template',
        payload: {
          buttons: [
            { title: 'Lệ phí', type: 'oa.query.hide', payload: '#phi' },
            {
              title: 'Cổng dịch vụ công',
              type: 'oa.open.url',
              payload: { url: 'https://dichvucong.gov.vn' },
            },
            { title: 'Giấy tờ', type: 'oa.query.hide', payload: 'Giấy tờ' },
            {
              title: 'Gọi Một cửa',
              type: 'oa.open.phone',
              payload: { phone_code: '842623812345' },
            },
          ],
        },
      },
    });
  });

  it('is not numbered twice when its text lists the choices already', () => {
    const text = 'Ý bạn là:\n1. Khai sinh (trong nước)\n2. Khai tử';

    expect(toZaloMessages({ text, choices: [say('Khai sinh'), say('Khai tử')] })[0]?.text).toBe(
      text,
    );
  });

  it('is numbered although its text has other numbered lines', () => {
    const text = 'Các bước:\n1. Nộp hồ sơ\n2. Nhận kết quả';

    expect(toZaloMessages({ text, choices: [say('Lệ phí')] })[0]?.text).toMatch(/\n\n1\. Lệ phí$/);
  });

  it('puts buttons under the last part only, and each part within 2,000 code points', () => {
    const choices = [say('Một'), say('Hai')];
    const messages = toZaloMessages({ text: long('chữ', 999).slice(0, 3998), choices });

    expect(messages.map(({ attachment }) => attachment !== undefined).lastIndexOf(false)).toBe(
      messages.length - 2,
    );
    expect(messages.every(({ text = '' }) => Array.from(text).length <= 2000)).toBe(true);
    expect(messages.at(-1)?.text).toMatch(/chữ\n\n1\. Một\n2\. Hai$/);
  });

  it('keeps to five buttons, 100 characters a title and 1,000 a payload', () => {
    const choices = Array.from({ length: 7 }, () => say('ộ'.repeat(150), 'x'.repeat(1500)));
    const attachment = toZaloMessages({ text: 'a', choices })[0]?.attachment;
    const buttons =
      attachment !== undefined && 'buttons' in attachment.payload ? attachment.payload.buttons : [];

    expect(buttons).toHaveLength(5);
    expect(buttons[0]).toMatchObject({ title: `${'ộ'.repeat(99)}…`, payload: 'x'.repeat(1000) });
  });

  it('is composed (NFC), so that Zalo counts as we do', () => {
    expect(toZaloMessages({ text: 'xã'.normalize('NFD') })).toEqual([
      { text: 'xã'.normalize('NFC') },
    ]);
  });

  it.each([
    ['113', '113'],
    ['1900 1009', '19001009'],
    ['+84 912 345 678', '84912345678'],
    ['0912.345.678', '84912345678'],
  ])('offers to call %s as %s', (phone, code) => {
    const [message] = toZaloMessages({
      text: 'a',
      choices: [{ kind: 'call', title: 'Gọi', phone }],
    });

    expect(JSON.stringify(message)).toContain(`{"phone_code":"${code}"}`);
  });

  it('carries its picture in a media template, and ahead of a message with buttons', () => {
    const imageUrl = 'https://xa.example/ban-do.jpg';
    const attachment = {
      type: 'template',
      payload: { template_type: 'media', elements: [{ media_type: 'image', url: imageUrl }] },
    };

    expect(toZaloMessages({ text: 'Bản đồ', imageUrl })).toEqual([{ text: 'Bản đồ', attachment }]);
    const withButton = toZaloMessages({ text: 'Bản đồ', imageUrl, choices: [say('Giờ làm việc')] });
    expect(withButton).toHaveLength(2);
    expect(withButton[0]).toEqual({ attachment });
  });
});
