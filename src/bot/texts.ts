import type { Commune } from '../knowledge/commune.ts';
import type { Ticket } from '../model/ticket.ts';

/** The national emergency numbers, and what each is for. */
const EMERGENCIES = {
  113: 'công an',
  114: 'cháy, cứu nạn',
  115: 'cấp cứu',
  111: 'bảo vệ trẻ em',
} as const;

export type EmergencyNumber = keyof typeof EMERGENCIES;

function otherNumbers(first: EmergencyNumber): string {
  return Object.entries(EMERGENCIES)
    .filter(([number]) => number !== String(first))
    .map(([number, use]) => `${number} (${use})`)
    .join(', ');
}

/** Everything the bot says that is not a fact of the knowledge. One place, so that wording can be read aloud. */
export const texts = {
  greeting: ({ name }: Commune) =>
    `Dạ, em là trợ lý trả lời tự động của UBND ${name}. Anh/chị cứ hỏi thủ tục bằng lời thường ngày, ` +
    'ví dụ "làm giấy khai sinh cho bé cần gì". Em trả lời ngay giấy tờ, lệ phí, thời hạn, nơi nộp.\n\n' +
    'Nội dung chỉ để tham khảo; cán bộ tại quầy là người trả lời cuối cùng.',
  help:
    'Em giúp được những việc này ạ:\n' +
    '• Hỏi thủ tục: giấy tờ, lệ phí, bao lâu, nộp ở đâu, làm trực tuyến.\n' +
    '• Gửi phản ánh, kiến nghị và xem kết quả theo mã.\n' +
    '• Hỏi kế hoạch cải cách hành chính, giờ làm việc, liên hệ của xã.\n' +
    'Anh/chị nhắn "menu" để xem danh mục, "gặp cán bộ" để nói chuyện với người, "xóa dữ liệu" để xóa thông tin đã nhắn.',
  thanks: 'Dạ, em rất vui được giúp anh/chị. Cần gì thêm anh/chị cứ nhắn ạ.',
  smallTalk:
    'Dạ, em là chương trình trả lời tự động của xã nên chỉ rành chuyện thủ tục thôi ạ. Anh/chị cần làm giấy tờ gì không?',
  offTopic:
    'Dạ, việc này ngoài phần em biết ạ. Em chỉ trả lời về thủ tục, phản ánh và giờ làm việc của xã; anh/chị cần làm giấy tờ gì thì nhắn em nhé.',
  emptyMessage:
    'Dạ, em chưa thấy chữ trong tin nhắn. Anh/chị viết điều cần hỏi bằng chữ giúp em ạ.',
  onlySymbols: 'Dạ, em chỉ đọc được chữ. Anh/chị viết điều cần hỏi giúp em ạ.',
  onlyVietnamese:
    'Dạ, em chỉ đọc được tiếng Việt. Anh/chị nhắn tiếng Việt, hoặc nhắn "gặp cán bộ" ạ.\n' +
    '(I can only read Vietnamese. To talk to an officer, please send: gặp cán bộ)',
  whatIsUnclear:
    'Dạ, anh/chị chưa rõ chỗ nào ạ? Anh/chị chọn một mục dưới đây, hoặc nhắn "gặp cán bộ" ạ.',
  sayMore:
    'Dạ, anh/chị muốn hỏi việc gì ạ? Anh/chị nhắn tên giấy tờ hoặc việc cần làm giúp em, ví dụ "làm lại căn cước".',
  sameProcedure: ({ name }: Commune, procedure: string) =>
    `Dạ, em hiểu anh/chị hỏi tiếp về "${procedure}". Em chưa có hướng dẫn riêng cho trường hợp này; phần chung như dưới đây. ` +
    `Để chắc chắn, anh/chị hỏi quầy Một cửa ${name} ạ.`,
  cannotRead: (what: string) =>
    `Dạ, em chưa đọc được ${what}. Anh/chị viết bằng chữ giúp em, hoặc nhắn "gặp cán bộ" ạ.`,
  tooFast:
    'Dạ, anh/chị nhắn nhanh quá nên em chưa trả lời kịp từng tin. ' +
    'Anh/chị đợi một phút rồi nhắn gọn điều cần hỏi trong một tin giúp em ạ.',
  tooLong:
    'Dạ, tin của anh/chị khá dài nên em chưa chắc hiểu đúng. Nếu đây là phản ánh, em ghi nhận nguyên văn để chuyển cán bộ. ' +
    'Nếu là câu hỏi, anh/chị hỏi gọn trong một, hai câu giúp em ạ.',
  severalNeeds: (count: number) => `Dạ, anh/chị hỏi ${count} việc, em trả lời lần lượt ạ.`,
  chooseProcedure: 'Dạ, anh/chị muốn hỏi việc nào ạ?',
  noneOfThese: 'Không phải các việc trên',
  doNotKnow: (commune: Commune) =>
    'Dạ, em chưa có thông tin về việc này nên không dám trả lời bừa. Em đã ghi lại câu hỏi để cán bộ bổ sung.\n\n' +
    `${counterContact(commune)}\nAnh/chị cũng có thể hỏi lại bằng cách khác, xem danh mục, hoặc gửi phản ánh ạ.`,
  notMeant:
    'Dạ, em xin lỗi vì chưa hiểu đúng ý anh/chị. Em đã ghi lại câu hỏi để cán bộ bổ sung.\n\n' +
    'Anh/chị hỏi lại bằng cách khác giúp em, xem danh mục, hoặc gặp cán bộ ạ.',
  referralLead: 'Dạ, việc này không làm tại xã ạ.',
  abolished: (name: string) => `Dạ, thủ tục "${name}" đã bãi bỏ.`,
  replacedBy: 'Thủ tục thay thế:',
  notDoneHere: ({ name }: Commune, procedure: string, reason: string) =>
    `Dạ, ${name} không làm thủ tục "${procedure}": ${reason}`,
  askMore: (contact: string) => `Hỏi thêm: ${contact}.`,
  retiredChoice: 'Dạ, mục này không còn trong danh mục. Anh/chị hỏi lại giúp em ạ.',
  aboutWhat:
    'Dạ, anh/chị đang hỏi về việc gì ạ? Anh/chị nhắn tên việc cần làm giúp em, ví dụ "đăng ký khai sinh".',

  menu: 'Dạ, anh/chị chọn lĩnh vực (gõ số cũng được):',
  fieldPage: (name: string) => `${name} – anh/chị chọn thủ tục (gõ số cũng được):`,
  more: 'Xem thêm',
  backToMenu: 'Về danh mục',

  officerCalled: (minutes: number, opening?: string) =>
    (opening === undefined
      ? `Dạ, em đã báo cán bộ. Em sẽ im lặng ${minutes} phút để cán bộ nhắn với anh/chị ngay tại đây. `
      : `Dạ, em đã ghi để báo cán bộ. Bây giờ ngoài giờ làm việc; cán bộ làm việc lại từ ${opening} và sẽ nhắn anh/chị tại đây. ` +
        `Anh/chị cứ viết sẵn điều cần hỏi, em im lặng ${minutes} phút. `) +
    'Muốn hỏi em tiếp, anh/chị nhắn "menu" ạ.',
  officerSays: (words: string) => `Cán bộ xã trả lời:\n${words}`,
  botIsBack: 'Dạ, em quay lại rồi ạ. Anh/chị cần hỏi gì cứ nhắn.',

  danger: (first: EmergencyNumber) =>
    `NẾU ĐANG NGUY HIỂM, ANH/CHỊ GỌI NGAY ${first} (${EMERGENCIES[first]}).\nCác số khác: ` +
    `${otherNumbers(first)}.\n\n` +
    'Em là chương trình tự động, không điều được người đến. Khi đã an toàn, anh/chị có thể gửi phản ánh để xã nắm.',
  denunciation:
    'Dạ, em không nhận tố cáo qua tin nhắn, để giữ bí mật và an toàn cho anh/chị. Anh/chị đừng nhắn tên người hay chi tiết ở đây.\n' +
    'Anh/chị nộp đơn hoặc trình bày trực tiếp với người có thẩm quyền, theo thủ tục dưới đây ạ.',

  forgetAsk:
    'Dạ, em sẽ xóa cuộc trò chuyện, ảnh và liên hệ của anh/chị. Phản ánh đã gửi vẫn giữ nội dung để xã xử lý nhưng không còn gắn với anh/chị. Anh/chị chắc chắn xóa chứ ạ?',
  forgetYes: 'Xóa hết',
  forgetNo: 'Giữ lại',
  forgotten:
    'Dạ, đã xóa thông tin của anh/chị. Bản sao lưu cũ còn giữ tối đa khoảng 4 tuần rồi cũng được xóa; nếu phải dùng lại bản ấy, thông tin của anh/chị được xóa lần nữa. Khi cần, anh/chị cứ nhắn lại như lần đầu ạ.',
  kept: 'Dạ, em giữ nguyên ạ.',
  contactReceived: 'Dạ, em cảm ơn anh/chị đã chia sẻ thông tin ạ.',
  apology:
    'Dạ, hệ thống đang trục trặc nên em chưa trả lời được. Tin của anh/chị vẫn còn đây, anh/chị thử lại sau ít phút giúp em ạ.',
} as const;

/** Where the counter is reached, in words that fit what the commune has filled in. */
export function counterContact({ serviceCentre }: Commune): string {
  const { name, phone, address } = serviceCentre;
  if (phone !== null) return `Anh/chị gọi ${name}: ${phone} để được hướng dẫn.`;
  const where = address === null ? '' : `, ${address}`;
  return `Anh/chị hỏi trực tiếp tại ${name}${where} để được hướng dẫn.`;
}

/** How far a report has come, in plain words. */
export const STATE_WORDS: Readonly<Record<Ticket['state'], string>> = {
  new: 'đã ghi nhận, chờ cán bộ tiếp nhận',
  received: 'cán bộ đã tiếp nhận',
  classified: 'cán bộ đã tiếp nhận, đang chuyển đến người phụ trách',
  assigned: 'đã giao cán bộ phụ trách',
  'in-progress': 'đang xử lý',
  'awaiting-resident': 'đang chờ anh/chị gửi thêm thông tin',
  'awaiting-approval': 'đã có hướng trả lời, đang chờ lãnh đạo duyệt',
  answered: 'đã trả lời',
  closed: 'đã kết thúc',
  forwarded: 'đã chuyển cơ quan có thẩm quyền',
  refused: 'không thuộc diện tiếp nhận',
  duplicate: 'đã gộp với một phản ánh cùng việc',
  reopened: 'đã mở lại, đang xem xét tiếp',
};
