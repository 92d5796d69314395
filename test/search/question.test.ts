import { describe, expect, it } from 'vitest';
import { QuestionReader } from '../../src/search/question.ts';
import { spell, token, tokenize } from '../../src/search/token.ts';
import { vocabulary } from '../helpers/build.ts';
import { realVocabulary } from '../helpers/vocabulary.ts';

const real = new QuestionReader(realVocabulary);

describe('the aspect of a question', () => {
  it.each([
    ['đăng ký khai sinh cần giấy tờ gì', 'documents'],
    ['khai tử phải mang theo những gì', 'documents'],
    ['lệ phí kết hôn', 'fees'],
    ['tạm trú hết bao nhiêu tiền', 'fees'],
    ['khai sinh mất bao lâu', 'time'],
    ['kết hôn mấy ngày có giấy', 'time'],
    ['trình tự đăng ký kết hôn', 'steps'],
    ['khai sinh nộp ở đâu', 'where'],
    ['tạm trú làm chỗ nào', 'where'],
    ['đăng ký kết hôn online được không', 'online'],
    ['khai sinh qua mạng', 'online'],
    ['làm khai tử xong được cấp gì', 'result'],
    ['căn cứ pháp lý của việc sao y', 'legal'],
    ['điều kiện để kết hôn', 'conditions'],
  ])('is heard: "%s" asks for %s', (question, facet) => {
    expect(real.aspect(tokenize(question)).facet).toBe(facet);
  });

  it.each([
    ['dang ky khai sinh can giay to gi', 'documents'],
    ['le phi ket hon bao nhieu', 'fees'],
    ['khai sinh mat bao lau', 'time'],
    ['khai sinh nop o dau', 'where'],
  ])('is heard without marks: "%s" asks for %s', (question, facet) => {
    expect(real.aspect(tokenize(question)).facet).toBe(facet);
  });

  it.each([
    'đăng ký khai sinh',
    'gia hạn tạm trú',
    'gia han tam tru',
    'con ngoài giá thú làm khai sinh',
    'ho gia dinh muon lam so do',
  ])('is not heard where none is named: "%s"', (question) => {
    expect(real.aspect(tokenize(question)).facet).toBeUndefined();
  });

  it('leaves the subject over', () => {
    const words = vocabulary({
      facets: [
        { asks: 'fees', when: ['lệ phí', 'bao nhiêu'] },
        { asks: 'time', when: ['bao lâu'] },
      ],
    });
    const reader = new QuestionReader(words);

    const { subject } = reader.aspect(tokenize('lệ phí khai sinh bao nhiêu, bao lâu'));

    expect(spell(subject)).toBe('khai sinh');
  });

  it('leaves nothing over when only the aspect is named', () => {
    const reader = new QuestionReader(vocabulary({ facets: [{ asks: 'fees', when: ['lệ phí'] }] }));

    expect(reader.aspect(tokenize('lệ phí')).subject).toEqual([]);
  });
});

describe('the words of a question', () => {
  const reader = new QuestionReader(
    vocabulary({ fillers: ['cho hỏi', 'ạ', 'muốn'], kinship: ['con', 'con gái'] }),
  );

  it('are told from fillers and kinship', () => {
    const content = reader.content(tokenize('cho hỏi muốn khai sinh con gái ạ'));

    expect(spell(content)).toBe('khai sinh');
  });

  it.each([
    ['khai', 1],
    ['muốn', 0.12],
    ['con', 0.3],
  ])('weigh by their part: %s keeps %d', (word, share) => {
    expect(reader.emphasis(token(word))).toBe(share);
  });
});

describe('what a whole message says', () => {
  it.each([
    ['xin chào', 'greeting'],
    ['chào em ạ', 'greeting'],
    ['cảm ơn em nhiều nhé', 'thanks'],
    ['menu', 'menu'],
    ['danh mục', 'menu'],
    ['gặp cán bộ', 'officer'],
    ['xóa dữ liệu của tôi', 'forget'],
    ['hướng dẫn', 'help'],
    ['thôi không gửi nữa', 'cancel'],
    ['đừng gửi', 'cancel'],
  ])('is heard: "%s" is %s', (message, intent) => {
    expect(real.wholeIntent(tokenize(message))).toBe(intent);
  });

  it.each([
    'có',
    'có ạ',
    'vâng',
    'vâng ạ',
    'dạ vâng ạ',
    'ừ',
    'đồng ý',
    'đồng ý nhé em',
    'gửi đi em',
  ])('is heard as a yes: "%s"', (message) => {
    expect(real.wholeIntent(tokenize(message))).toBe('yes');
  });

  it.each(['không', 'không ạ', 'dạ không', 'dạ không ạ', 'không đúng'])(
    'is heard as a no: "%s"',
    (message) => {
      expect(real.wholeIntent(tokenize(message))).toBe('no');
    },
  );

  it.each([
    'có được không',
    'có sao không ạ',
    'phải làm sao',
    'được không ạ',
    'gửi được không',
    'có cần gì không',
  ])('is heard as neither when it is a question: "%s"', (message) => {
    expect(real.wholeIntent(tokenize(message))).toBeUndefined();
  });

  it.each(['xin chào, làm khai sinh cần gì', 'cảm ơn, còn kết hôn thì sao', 'menu khai sinh'])(
    'is more than an intent when a matter is named: "%s"',
    (message) => {
      expect(real.wholeIntent(tokenize(message))).toBeUndefined();
    },
  );

  it('is nothing when nothing is said', () => {
    expect(real.wholeIntent([])).toBeUndefined();
  });
});
