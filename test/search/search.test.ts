import { describe, expect, it } from 'vitest';
import { realHere } from '../helpers/real.ts';

const here = realHere();

/** The procedure the search puts first, if it found one worth offering. */
function firstCode(question: string): string | undefined {
  const { hits, band } = here.search(question);
  return band === 'none' ? undefined : hits.find(({ kind }) => kind === 'procedure')?.id;
}

type Asked = readonly [question: string, ...codes: string[]];

const BY_CLASS: Readonly<Record<string, readonly Asked[]>> = {
  'in plain words': [
    ['làm giấy khai sinh cho con mới sinh cần gì', '1.001193', '3.000722'],
    ['đăng ký kết hôn cần giấy tờ gì', '1.000894'],
    ['báo tử cho ông nội', '1.000656', '2.002913'],
    ['xin giấy độc thân để đi lấy vợ', '1.004873'],
    ['sao y căn cước bao nhiêu tiền', '2.000815'],
    ['đăng ký tạm trú cho người thuê trọ', '1.004194'],
    ['nhập hộ khẩu cho vợ', '1.004222'],
    ['tách hộ khẩu ra riêng', '1.010038'],
    ['xin xác nhận hộ nghèo', '1.011607', '1.011606'],
    ['xin phép xây nhà', '1.013225'],
    ['mở quán tạp hóa phải đăng ký ở đâu', '1.001612'],
    ['xin làm sổ đỏ lần đầu', '1.013978'],
    ['chuyển đất vườn lên đất ở', '1.013949'],
    ['đăng ký nghĩa vụ quân sự lần đầu', '1.013133'],
  ],
  'without marks': [
    ['lam giay khai sinh cho be', '1.001193', '3.000722'],
    ['dang ky ket hon', '1.000894'],
    ['xin giay xac nhan tinh trang hon nhan', '1.004873'],
    ['gia han tam tru', '1.002755'],
    ['mat the can cuoc lam lai o dau', '1.014064'],
    ['chung thuc di chuc', '2.001019'],
    ['nhan con nuoi', '2.001263'],
    ['hoa giai tranh chap dat dai', '1.012812'],
  ],
  'in abbreviations': [
    ['đkks cho bé', '1.001193', '3.000722'],
    ['đkkh cần gì', '1.000894'],
    ['xin giấy xn tthn', '1.004873'],
    ['cấp đổi cccd', '1.014063'],
    ['xin gpxd', '1.013225', '1.013228'],
    ['đk hkd mở quán', '1.001612'],
    ['đk nvqs lần đầu', '1.013133'],
  ],
  'in chat spelling': [
    ['ad ơi lm giấy ks cho bé cần j z', '1.001193', '3.000722'],
    ['mk muốn đky kết hôn thì lm sao ạk', '1.000894'],
    ['e mún lm tạm trú bnhiu tiền z ad', '1.004194'],
    ['cho mk hỏi tách khẩu ntn', '1.010038'],
    ['mất cccd lm lại ntn ạ', '1.014064'],
  ],
  'with slips of the keyboard': [
    ['làm giấy khai xinh cho con', '1.001193', '3.000722'],
    ['đăng ký kết hon', '1.000894'],
    ['đăng kí tạm chú', '1.004194'],
    ['chứng thực bản xao', '2.000815'],
    ['xin giấy sác nhận tình trạng hôn nhân', '1.004873'],
    ['hòa dải tranh chấp đất', '1.012812'],
    ['đăng ký khai tủ', '1.000656'],
  ],
  'in Telex or VNI left as typed': [
    ['ddawng kys keets hoon', '1.000894'],
    ['lamf giaays khai sinh', '1.001193', '3.000722'],
    ['ddawng kys tamj trus', '1.004194'],
    ['chuwngs thuwcj di chucs', '2.001019'],
    ['d9a8ng ky1 ke6t1 ho6n', '1.000894'],
    ['xin gia61y d9o65c tha6n', '1.004873'],
  ],
  'with words joined': [
    ['dangkykethon', '1.000894'],
    ['dangkykhaisinh cho be', '1.001193', '3.000722'],
    ['đăngkýtạmtrú', '1.004194'],
    ['tachhokhau', '1.010038'],
    ['chungthucdichuc', '2.001019'],
  ],
  'as a story': [
    ['Bố em vừa mất tối qua, nhà em chưa biết phải làm giấy tờ gì với xã', '1.000656', '2.002913'],
    [
      'Cháu nhà em sinh được 10 ngày rồi, giờ em làm giấy khai sinh cho cháu ở đâu ạ',
      '1.001193',
      '3.000722',
    ],
    ['Em thuê phòng trọ gần khu công nghiệp, chủ trọ bảo phải lên xã đăng ký tạm trú', '1.004194'],
    ['Mẹ tôi 76 tuổi không có lương hưu, nghe nói được trợ cấp hàng tháng', '1.014027'],
    ['Hàng xóm xây tường lấn sang đất nhà tôi nửa mét, nói mãi không được', '1.012812', '1.013967'],
    ['Tôi đánh rơi thẻ căn cước ngoài chợ, giờ xin cấp lại thế nào', '1.014064'],
    ['Giấy khai sinh của tôi ghi sai năm sinh, tôi muốn sửa lại cho đúng', '1.004859'],
    ['Quán của tôi vắng khách quá, tôi định tạm nghỉ bán ba tháng', '1.001570'],
    [
      'Con gái tôi bị khuyết tật nặng từ nhỏ, xin trợ cấp hàng tháng thế nào',
      '1.001776',
      '1.001699',
    ],
    ['Vợ chồng tôi hiếm muộn, muốn nhận một cháu làm con nuôi', '2.001263'],
  ],
};

describe.each(Object.entries(BY_CLASS))('a question %s', (_, questions) => {
  it.each(questions)('is understood: %s', (question, ...codes) => {
    expect(codes).toContain(firstCode(question));
  });
});

describe('the wish to do it again, or with a foreigner, or to end it', () => {
  it.each<Asked>([
    ['mất giấy khai sinh bản gốc muốn làm lại', '1.004884', '2.000635'],
    ['đăng ký lại kết hôn do mất giấy', '1.004746'],
    ['đổi thẻ căn cước sắp hết hạn', '1.014063'],
    ['kết hôn với người nước ngoài', '2.000806'],
    ['xóa đăng ký tạm trú', '1.010028'],
    ['chấm dứt hộ kinh doanh', '1.001266'],
    ['cấp lại giấy phép xây dựng bị mất', '1.013228'],
    ['gia hạn giấy phép xây dựng', '1.013227'],
    ['xin bản sao trích lục kết hôn', '2.000635'],
  ])('tells siblings apart: %s', (question, ...codes) => {
    expect(codes).toContain(firstCode(question));
  });
});

describe('every procedure', () => {
  it('is found by its own short name, first or among the first three', () => {
    const { procedures } = here.knowledge;
    const live = [...procedures.values()].filter(({ status }) => status === 'published');

    const lost = live.filter(({ code, shortName }) => {
      const { hits } = here.search(shortName);
      return !hits.slice(0, 3).some(({ id }) => id === code);
    });

    expect(lost.map(({ shortName }) => shortName)).toEqual([]);
  });
});

describe('what is not the work of the commune', () => {
  it.each([
    ['làm hộ chiếu ở đâu', 'ho-chieu'],
    ['xin phiếu lý lịch tư pháp', 'ly-lich-tu-phap'],
    ['thủ tục ly hôn', 'ly-hon'],
    ['thi bằng lái xe máy', 'thi-bang-lai-xe'],
    ['nộp phạt nguội', 'phat-giao-thong'],
    ['cúp điện gọi ai', 'su-co-dien'],
    ['thành lập công ty', 'thanh-lap-cong-ty'],
    ['sang tên sổ đỏ', 'sang-ten-so-do'],
  ])('is referred to whose it is: %s', (question, id) => {
    const { hits } = here.search(question);

    expect(hits[0]).toMatchObject({ kind: 'referral', id });
  });

  it.each([
    'giá vàng hôm nay bao nhiêu',
    'tỷ số trận bóng tối qua',
    'cách nấu phở bò',
    'viết giúp tôi bài thơ về mùa thu',
    'asdf qwer zxcv',
    'iphone 17 bao giờ ra',
    'lalala hihihi',
    '12345 67890',
    'bitcoin tăng hay giảm',
  ])('is not known: %s', (question) => {
    expect(here.search(question).band).toBe('none');
  });
});

describe('a question about the plans of the commune', () => {
  it.each([
    'kế hoạch cải cách hành chính của xã năm 2026',
    'kế hoạch tuyên truyền cải cách hành chính',
    'chỉ tiêu hồ sơ đúng hạn trong kế hoạch của xã là bao nhiêu',
    'xã giao ai chủ trì việc tuyên truyền cải cách hành chính',
    'xã tổ chức đối thoại với người dân khi nào',
    'sáng kiến cải cách hành chính năm nay của xã',
  ])('is never answered with a procedure: %s', (question) => {
    const { hits } = here.search(question);

    expect(['plan', 'faq']).toContain(hits[0]?.kind);
  });
});

describe('an answer that the commune wrote itself', () => {
  it('stands in the place of the shared one', () => {
    const { search, local } = realHere('dai-son');
    const own = local.answers.find(({ id }) => id === 'ho-tro-nguoi-yeu-the');

    const { hits } = search(own?.title ?? '');

    expect(hits.filter(({ id }) => id === 'ho-tro-nguoi-yeu-the')).toHaveLength(1);
    expect(hits[0]?.title).toBe(own?.title);
  });
});
