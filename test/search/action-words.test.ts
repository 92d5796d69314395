import { describe, expect, it } from 'vitest';
import { actionsIn, onlyIn } from '../../src/search/action-words.ts';
import { tokenize } from '../../src/search/token.ts';

function actions(text: string): string[] {
  return [...actionsIn(tokenize(text))];
}

describe('what is to be done with a paper', () => {
  it.each([
    ['mất thẻ căn cước', 'again'],
    ['giấy khai sinh bị rách', 'worn'],
    ['bằng lái hết hạn', 'expired'],
    ['đăng ký lại kết hôn', 'again'],
    ['cấp đổi thẻ căn cước', 'exchange'],
    ['gia hạn tạm trú', 'extend'],
    ['xóa đăng ký thường trú', 'end'],
    ['chấm dứt giám hộ', 'end'],
    ['tạm ngừng kinh doanh', 'pause'],
    ['cải chính năm sinh', 'change'],
    ['kết hôn có yếu tố nước ngoài', 'foreign'],
    ['khai sinh lưu động', 'mobile'],
    ['xin bản sao khai sinh', 'copy'],
    ['từ chối nhận di sản', 'refuse'],
  ])('is named: %s', (text, action) => {
    expect(actions(text)).toContain(action);
  });

  it.each(['đăng ký khai sinh', 'bao lâu thì xong', ''])('is not named: "%s"', (text) => {
    expect(actions(text)).toEqual([]);
  });

  it('is named without marks, too', () => {
    expect(actions('gia han tam tru')).toEqual(['extend']);
  });
});

describe('of two sets of actions', () => {
  const of = (text: string) => actionsIn(tokenize(text));

  it('neither names more when they agree', () => {
    expect(onlyIn(of('cấp lại thẻ'), of('mất thẻ'))).toBe(0);
  });

  it('neither names more when one tells what happened and the other what is done about it', () => {
    expect(onlyIn(of('bằng lái hết hạn'), of('cấp đổi bằng lái'))).toBe(0);
    expect(onlyIn(of('gia hạn tạm trú'), of('tạm trú hết hạn'))).toBe(0);
  });

  it('one names what the other does not', () => {
    expect(onlyIn(of('gia hạn thẻ ở nước ngoài'), of('cấp lại thẻ'))).toBe(2);
    expect(onlyIn(of('cấp lại thẻ'), of('gia hạn thẻ ở nước ngoài'))).toBe(1);
  });
});
