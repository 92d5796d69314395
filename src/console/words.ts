import type { Role } from '../model/officer.ts';

/** How the console names the roles, and what each may do. */
export const ROLE_WORDS: Readonly<Record<Role, { name: string; may: string }>> = {
  intake: { name: 'Tiếp nhận', may: 'Nhận, phân loại, giao việc, ghi phản ánh tại quầy' },
  handler: { name: 'Xử lý', may: 'Xử lý phản ánh được giao, soạn trả lời' },
  leader: { name: 'Lãnh đạo', may: 'Giao việc, duyệt trả lời, duyệt công khai' },
  editor: { name: 'Biên tập', may: 'Sửa câu trả lời và kiến thức của bot' },
  admin: { name: 'Quản trị', may: 'Quản lý cán bộ, xem nhật ký' },
  viewer: { name: 'Chỉ xem', may: 'Xem phản ánh và số liệu, không thay đổi gì' },
};

/** What the page after a change says. Only these can be shown: an address cannot put words in our mouth. */
export const NOTICES: Readonly<Record<string, string>> = {
  'da-dang-xuat': 'Anh/chị đã đăng xuất.',
  'da-doi-mat-khau': 'Đã đổi mật khẩu. Các máy khác đã được đăng xuất.',
  'da-dat-mat-khau': 'Đã đặt mật khẩu. Từ nay anh/chị đăng nhập bằng mật khẩu này.',
  'da-doi-vai-tro': 'Đã lưu vai trò.',
  'da-khoa': 'Đã khóa tài khoản và đăng xuất khỏi mọi máy.',
  'da-luu': 'Đã lưu.',
  'da-nhan': 'Đã nhắn cho người dân.',
  'da-tra-bot': 'Đã trả lại cho bot.',
  'dang-gui': 'Đang gửi lại tin. Nếu vẫn không được, tin sẽ hiện lại ở đây.',
  'da-day': 'Đã đưa vào dùng. Người dân hỏi câu này là bot trả lời được ngay.',
  'da-bo-qua': 'Đã bỏ qua.',
  'da-ghi': 'Đã ghi phản ánh. In giấy này đưa người dân.',
  'dang-gui-lai': 'Đang gửi lại tin. Kết quả hiện ở phần diễn biến.',
  'da-mo-khoa': 'Đã mở lại tài khoản.',
};
