const MOST_LETTERS = 5000;

/** What people and programs send to stall a bot, and why each could. */
export const HOSTILE: readonly (readonly [why: string, text: string])[] = [
  ['one word for ever', 'khai '],
  ['every word ambiguous', 'tt cc kt hn tc kn dk '],
  ['no spaces at all', 'dangkykhaisinh'],
  ['joined words with spaces', 'dangkykhaisinh xacnhandocthan chungthucbansao '],
  ['joined letters that are no words', 'nghiengnghiengkhongphaitu '],
  ['letters drawn out', 'đ'],
  ['marks without letters', '\u0301'],
  ['digits and stops', '1.0'],
  ['Telex without end', 'ddawng kys khai sinh '],
  ['VNI without end', 'd9a8ng ky1 khai sinh '],
  ['slips in every word', 'khai xinh dang kiy ket honn mat giayy '],
  ['a slip in every letter', 'kxhi sihn hno kte gaiy tớ dnag '],
  ['the commonest words', 'đăng ký giấy cấp lại thủ tục hồ sơ '],
  ['all matters at once', 'khai sinh kết hôn tạm trú căn cước đất đai xây dựng trợ cấp '],
  ['wishes in every clause', 'tôi muốn làm giấy khai sinh cho con, giờ cần xin tạm trú, '],
  ['a long complaint', 'Đường trước nhà tôi bị hỏng đã lâu, mong xã xuống xem. '],
].map(([why = '', piece = '']) => [why, filled(piece, MOST_LETTERS)] as const);

/** Two thousand letters of a resident who tells the whole story, with the slips of a phone keyboard. */
export const LONG_MESSAGE = filled(
  'Bố em mới mất tuần trước, mẹ em thì già yếu, nhà em ở thôn 3. Em ko bik làm giấy chứng tử ở đâu, cần giấy tờ j, ' +
    'rồi còn sổ đỏ đứng tên bố nữa, giờ muốn sang tên cho mẹ. Xã mình có hỗ trợ mai táng phí k ạ, e nghe ng ta bảo ' +
    'người có công đc trợ cấp. Thẻ bhyt của bố có phải trả lại ko. ',
  2000,
);

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
