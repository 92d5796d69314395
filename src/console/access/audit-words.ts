import { DEEDS } from '../cases/words.ts';

/** What officers did, by the name the log has for it; acts on reports are named as their story names them. */
const DONE: Readonly<Record<string, string>> = {
  'sign-in': 'Đăng nhập',
  'sign-in.refused': 'Đăng nhập bị từ chối',
  'sign-out': 'Đăng xuất',
  'officer.create': 'Thêm cán bộ',
  'officer.invite': 'Cấp liên kết mới',
  'officer.password': 'Đặt mật khẩu',
  'officer.roles': 'Đổi vai trò',
  'officer.activate': 'Mở tài khoản',
  'officer.deactivate': 'Khóa tài khoản',
  'ticket.read': 'Xem phản ánh',
  'ticket.phone': 'Xem số điện thoại',
  'ticket.file': 'Xem ảnh, tệp',
  'ticket.receipt': 'In giấy biên nhận',
  'ticket.create': 'Ghi phản ánh thay người dân',
  'ticket.resend': 'Gửi lại tin',
  'figures.export': 'Tải danh sách về máy',
  'register.read': 'Xem sổ theo dõi',
  'message.resend': 'Gửi lại tin',
  'message.settled': 'Gác tin không gửi được',
  'event.settled': 'Gác tin không xử lý được',
  'knowledge.answer': 'Viết câu trả lời',
  'knowledge.alias': 'Thêm cách gọi',
  'question.dismiss': 'Bỏ qua câu hỏi',
  'talk.read': 'Xem cuộc trò chuyện',
  'talk.say': 'Nhắn người dân',
  'talk.end': 'Kết thúc trò chuyện',
  'person.read': 'Xem dữ liệu của một người dân',
  'person.export': 'Tải dữ liệu của một người dân',
};

/** An act of the audit log in words. One without words is shown as the log has it. */
export function actWords(act: string): string {
  const deed = DEEDS[act.replace(/^ticket\./, '')];
  return DONE[act] ?? (act.startsWith('ticket.') ? deed : undefined) ?? act;
}
