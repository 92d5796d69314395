import { describe, expect, it } from 'vitest';
import { realHere } from '../helpers/real.ts';
import { Talk, textOf } from '../helpers/talk.ts';

const here = realHere();

describe('a message with several needs', () => {
  it.each([
    ['tách hộ với lại đổi chủ hộ', ['1.010038', '1.010039']],
    ['vừa chuyển khẩu vừa làm lại căn cước thì hết bao nhiêu', ['1.004222', '1.014064']],
    ['cả tạm trú cả tạm vắng làm ở đâu', ['1.004194', '1.003677']],
    ['đăng ký kết hôn + xin giấy xác nhận cư trú', ['1.000894', '1.010041']],
    [
      'Tôi cần 3 việc: trích lục khai sinh, xác nhận cư trú, chứng thực bản sao',
      ['2.000635', '1.010041', '2.000815'],
    ],
    ['lý lịch tư pháp và hộ chiếu làm ở đâu', ['ly-lich-tu-phap', 'ho-chieu']],
  ])('is answered need by need: %s', (question, ids) => {
    const outcome = new Talk(here).says(question);

    expect(outcome.handler).toBe('several');
    expect(outcome.hits?.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
    expect(textOf(outcome)).toContain(`anh/chị hỏi ${ids.length} việc`);
  });

  it.each([
    'Con dâu tôi mới cưới về, tôi muốn cho cháu vào hộ khẩu nhà tôi.',
    'Hộ kinh doanh của tôi đăng ký bán quần áo, giờ muốn bán thêm mỹ phẩm.',
    'Tui mới về quê ở với tía má, giờ muốn nhập hộ khẩu lại thì làm sao',
    'vợ chồng tôi muốn ly hôn, nộp đơn ở đâu',
    'Kết hôn với người nước ngoài thời hạn giải quyết mấy ngày?',
  ])('is not seen in a story of one need: %s', (question) => {
    expect(new Talk(here).says(question).handler).not.toBe('several');
  });

  it('is not seen in the name of one procedure that has commas in it', () => {
    const name =
      'Đưa ra khỏi danh sách và thay thế, bổ sung người có uy tín trong đồng bào dân tộc thiểu số';

    expect(new Talk(here).says(name).hits?.[0]?.id).toBe('1.012223');
  });
});
