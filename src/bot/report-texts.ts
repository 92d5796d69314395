import { formatDay, vietnamDay } from '../lib/clock.ts';
import { excerpt } from '../lib/excerpt.ts';
import { maskPhone } from '../lib/mask.ts';
import type { ReportContent, Reporter } from '../model/report.ts';
import type { Ticket } from '../model/ticket.ts';

/** Everything the bot says about reports (phản ánh, kiến nghị). */
export const reportTexts = {
  ask:
    'Dạ, anh/chị kể giúp: chuyện gì, ở đâu, từ khi nào? Viết tự nhiên là được, có thể gửi kèm ảnh hoặc vị trí.\n' +
    'Nếu là khiếu nại quyết định hay tố cáo cán bộ, anh/chị nhắn "khiếu nại" hoặc "tố cáo", em chỉ nơi gửi đúng ạ.',
  attached: 'Dạ, em đã nhận. Anh/chị viết thêm vài dòng: chuyện gì, ở đâu ạ?',
  offer: 'Dạ, em đã nhận. Anh/chị muốn gửi làm phản ánh tới xã không ạ?',
  mixed: (content: string) =>
    `Còn việc này anh/chị có muốn gửi làm phản ánh tới xã không ạ?\n“${excerpt(content, SHOWN)}”`,
  askPlace: (content: string) =>
    `Dạ, em ghi: “${excerpt(content, SHOWN)}”\n\n` +
    'Việc này ở đâu ạ: thôn, xóm nào, gần chỗ nào? Anh/chị gõ, hoặc gửi vị trí Zalo; có ảnh thì gửi luôn giúp em.',
  /** `consent` is the commune's own word on why it asks and who will see it. */
  askContact: (content: string, consent: string) =>
    `Dạ, em ghi: “${excerpt(content, SHOWN)}”\n\n` +
    'Anh/chị cho em xin họ tên và số điện thoại (ví dụ: Lan 0912345678), để cán bộ hỏi thêm và báo kết quả.\n' +
    (consent === '' ? USUAL_CONSENT : consent),
  askPhone: (name: string) => `Dạ, còn số điện thoại của ${name} ạ?`,
  askName: 'Dạ, còn họ tên của anh/chị ạ?',
  readBack: (report: ReportContent) =>
    `Em đọc lại, anh/chị xem đúng chưa ạ:\n${readBackLines(report).join('\n')}\n\n` +
    'Chỉ cán bộ xử lý của xã xem được nội dung này và tài khoản Zalo gửi. Anh/chị gửi luôn không ạ?',
  send: 'Gửi phản ánh',
  rewrite: 'Viết lại',
  changePlace: 'Sửa nơi xảy ra',
  changeContact: 'Sửa liên hệ',
  cancel: 'Không gửi nữa',
  skip: 'Bỏ qua',
  sameContact: ({ name }: Reporter) => `Vẫn là ${name ?? 'liên hệ cũ'}`,
  stillOpen: (content: string) =>
    `Dạ, hôm trước anh/chị đang viết dở phản ánh: “${excerpt(content, SHOWN)}”. Anh/chị gửi tiếp hay bỏ ạ?`,
  goOn: 'Viết tiếp',
  kept: ({ code, standing }: Ticket) =>
    `Dạ, đã ghi nhận phản ánh của anh/chị. Mã: ${code}\n` +
    (standing === 'note'
      ? 'Vì chưa có họ tên và số điện thoại, xã nhận làm tin tham khảo. Có kết quả, cán bộ báo anh/chị tại đây.\n'
      : 'Cán bộ sẽ xem và trả lời tại đây.\n') +
    'Anh/chị giữ mã này; nhắn mã hoặc "phản ánh của tôi" để xem đến đâu, gửi thêm ảnh hay thông tin cũng được.\n' +
    'Tin nhắn Zalo chưa phải là đơn chính thức; muốn gửi chính thức, anh/chị gửi tại quầy hoặc trên Cổng Dịch vụ công quốc gia.',
  dropped: 'Dạ, em không gửi nữa ạ. Anh/chị cần gì khác cứ nhắn.',
  status: (ticket: Ticket, state: string) =>
    `Phản ánh ${ticket.code} (gửi ngày ${formatDay(vietnamDay(ticket.createdAt))}): ${state}.`,
  answered: (text: string) => `Trả lời của xã: ${text}`,
  none: 'Dạ, anh/chị chưa gửi phản ánh nào tại đây ạ.',
  unknownCode: (code: string) =>
    `Dạ, em không thấy phản ánh ${code} của anh/chị. Anh/chị xem lại mã, hoặc nhắn "phản ánh của tôi" ạ.`,

  addMore: 'Bổ sung',
  askWhatToAdd: (code: string) =>
    `Dạ, anh/chị nhắn hoặc gửi ảnh cần bổ sung cho phản ánh ${code} ạ.`,
  added: (code: string) =>
    `Dạ, em đã thêm vào phản ánh ${code} để cán bộ xem ạ. Còn gì nữa anh/chị cứ nhắn tiếp.`,
  onMap: (latitude: number, longitude: number) =>
    `Vị trí trên bản đồ: https://www.google.com/maps?q=${latitude},${longitude}`,
  addToWhich: 'Dạ, em đã nhận. Anh/chị gửi cho việc nào ạ?',
  addTo: (code: string) => `Bổ sung cho ${code}`,
  another: 'Gửi phản ánh khác',
  satisfied: 'Hài lòng',
  notSatisfied: 'Chưa hài lòng',
  askComment: 'Dạ, em đã ghi nhận. Anh/chị muốn góp ý thêm điều gì thì nhắn tiếp ạ.',
  commented: 'Dạ, em đã chuyển góp ý của anh/chị. Em cảm ơn ạ.',
  reopen: 'Xem xét lại',
  askWhyReopen: (code: string) =>
    `Dạ, anh/chị cho biết điều gì chưa ổn ở phản ánh ${code}, để cán bộ xem lại ạ.`,
  reopened: (code: string) => `Dạ, phản ánh ${code} đã được mở lại. Cán bộ sẽ xem xét tiếp ạ.`,
  cannotNow: (reason: string) => `Dạ, chưa làm được ạ: ${reason}`,
} as const;

function readBackLines({ content, place, location, reporter, ...rest }: ReportContent): string[] {
  const { imageUrls, fileUrls } = rest;
  const onMap = location === undefined ? '' : 'có vị trí trên bản đồ';
  const where = [place, onMap].filter((part) => part !== undefined && part !== '').join(', ');
  const contact = [reporter.name, reporter.phone && maskPhone(reporter.phone)];
  const who = contact.filter((part) => part !== undefined).join(', ');
  return [
    `“${content}”`,
    where === '' ? '' : `• Nơi xảy ra: ${where}`,
    imageUrls.length === 0 ? '' : `• Kèm ${imageUrls.length} ảnh`,
    fileUrls.length === 0 ? '' : `• Kèm ${fileUrls.length} tệp`,
    who === '' ? '• Không để lại liên hệ (tin tham khảo)' : `• Người gửi: ${who}`,
  ].filter((line) => line !== '');
}

/** What a commune says that has not written its own. */
const USUAL_CONSENT =
  'Chỉ cán bộ xử lý của xã xem được, không công khai. ' +
  'Không để lại cũng được: em gửi làm tin tham khảo, xã vẫn xem nhưng không bắt buộc trả lời theo thời hạn.';

const SHOWN = 200;
