/**
 * What the caller should do. `retry`: the same request later. `refresh`: get a new access token, then retry once.
 * `give-up`: this message to this resident cannot be sent; an officer must call. `stop`: nothing works until the
 * operator mends the app, the OA or its package.
 */
export type ZaloAction = 'retry' | 'refresh' | 'give-up' | 'stop';

/** What a code means and what the operator does; both Vietnamese, without the resident's data. */
export type ZaloErrorEntry = { meaning: string; action: ZaloAction; hint: string };

const CALL = 'Gọi điện hoặc gặp trực tiếp người dân; tin này không gửi được qua Zalo.';
const REPORT = 'Báo người phát triển kèm mã lỗi và dòng nhật ký; không cần gửi lại.';
const WAIT = 'Không cần làm gì: hệ thống tự gửi lại sau.';
const RENEW = 'Hệ thống tự làm mới token; nếu vẫn lỗi, chạy "npm run cli -- token".';
const GRANT = 'Chạy "npm run cli -- token" và nhập cặp token mới của OA.';
const CONSOLE = 'Mở developers.zalo.me → ứng dụng → ';
const MANAGER = 'Mở oa.zalo.me, đăng nhập quản trị OA và ';

function entry(action: ZaloAction, meaning: string, hint: string): ZaloErrorEntry {
  return { action, meaning, hint };
}

/** Codes of the OA OpenAPI and of the OAuth host (facts/zalo.md 4.5 and 5). */
export const ZALO_ERRORS: Readonly<Record<number, ZaloErrorEntry>> = {
  [-32]: entry('retry', 'Gọi Zalo quá nhanh, vượt giới hạn mỗi phút.', WAIT),
  [-100]: entry('give-up', 'Ảnh hoặc tệp tải lên đã quá 7 ngày.', 'Tải lại ảnh hoặc tệp rồi gửi.'),
  [-118]: entry('stop', 'Refresh token hoặc mã cấp quyền không còn dùng được.', GRANT),
  [-124]: entry('refresh', 'Access token không hợp lệ.', RENEW),
  [-200]: entry('retry', 'Zalo không gửi được tin.', WAIT),
  [-201]: entry('give-up', 'Tin có trường không hợp lệ.', REPORT),
  [-204]: entry('stop', 'OA đã bị vô hiệu hoá.', `${MANAGER}xem thông báo của Zalo.`),
  [-205]: entry('stop', 'OA không tồn tại.', 'Kiểm tra mã OA trong ZALO_OA_IDS.'),
  [-209]: entry('stop', 'Ứng dụng chưa được kích hoạt.', `${CONSOLE}Cài đặt, bật trạng thái.`),
  [-210]: entry('give-up', 'Tham số vượt giới hạn của Zalo (tin dài hoặc tệp lớn).', REPORT),
  [-211]: entry('give-up', 'OA đã hết hạn mức gửi tin.', `${MANAGER}xem hạn mức; ${CALL}`),
  [-212]: entry('stop', 'Ứng dụng chưa đăng ký API này.', `${CONSOLE}Đăng ký sử dụng API.`),
  [-213]: entry('give-up', 'Người dân chưa quan tâm OA.', CALL),
  [-214]: entry('retry', 'Bài viết đang được Zalo xử lý.', WAIT),
  [-216]: entry('refresh', 'Access token không hợp lệ.', RENEW),
  [-217]: entry('give-up', 'Người dân đã chặn lời mời từ OA.', CALL),
  [-218]: entry('give-up', 'Người dân đã nhận đủ số tin cho phép.', CALL),
  [-219]: entry('stop', 'Ứng dụng đã bị gỡ hoặc vô hiệu hoá.', `${CONSOLE}xem trạng thái.`),
  [-220]: entry('refresh', 'Access token đã hết hạn hoặc bị thu hồi.', RENEW),
  [-221]: entry('stop', 'OA cần được xác thực.', `${MANAGER}làm thủ tục xác thực.`),
  [-223]: entry('stop', 'OA chưa cấp quyền API này cho ứng dụng.', GRANT),
  [-224]: entry('stop', 'OA cần gói dịch vụ cao hơn.', `${MANAGER}xem gói dịch vụ.`),
  [-227]: entry('give-up', 'Tài khoản người dân bị khoá hoặc lâu không dùng.', CALL),
  [-230]: entry('give-up', 'Người dân không nhắn cho OA trong 7 ngày qua.', CALL),
  [-232]: entry('give-up', 'Người dân chưa từng nhắn cho OA hoặc đã quá hạn trả lời.', CALL),
  [-233]: entry('give-up', 'Loại tin này không được Zalo hỗ trợ.', REPORT),
  [-234]: entry('retry', 'Loại tin này không được gửi ban đêm (22 giờ đến 6 giờ).', WAIT),
  [-235]: entry('stop', 'API này không dùng cho loại OA hiện tại.', 'Hỏi Zalo về quyền của OA.'),
  [-237]: entry('give-up', 'Nhóm chat đã bị vô hiệu hoá.', REPORT),
  [-238]: entry('give-up', 'Mã tài sản (asset_id) đã được dùng.', REPORT),
  [-240]: entry('stop', 'API gửi tin phiên bản 2 đã ngừng.', 'Cập nhật phần mềm lên bản mới.'),
  [-241]: entry('give-up', 'Mã tài sản (asset_id) đã được dùng.', REPORT),
  [-242]: entry('stop', 'Ứng dụng bật appsecret_proof.', `${CONSOLE}Cài đặt, tắt appsecret_proof.`),
  [-244]: entry('give-up', 'Người dân đã chặn tin của OA.', CALL),
  [-248]: entry(
    'give-up',
    'Nội dung tin vi phạm tiêu chuẩn của Zalo.',
    'Sửa nội dung rồi gửi lại.',
  ),
  [-249]: entry('give-up', 'Mẫu tin không gửi được theo mã người dùng.', REPORT),
  [-305]: entry('give-up', 'Đã quá 48 giờ kể từ tin cuối của người dân.', CALL),
  [-311]: entry('give-up', 'Đã hết số tin trả lời.', CALL),
  [-320]: entry('give-up', 'Quá 48 giờ, cần tài khoản Zalo Cloud để gửi.', CALL),
  [-321]: entry('give-up', 'Quá 48 giờ, tài khoản Zalo Cloud hết tiền.', CALL),
  [-401]: entry('refresh', 'Access token không hợp lệ.', RENEW),
  [-403]: entry('give-up', 'OA không ở trong nhóm chat.', REPORT),
  [-14002]: entry('stop', 'Mã ứng dụng không đúng.', 'Kiểm tra ZALO_APP_ID trong .env.'),
  [-14003]: entry(
    'stop',
    'Địa chỉ callback không khớp.',
    `${CONSOLE}Official Account, sửa Callback.`,
  ),
  [-14014]: entry('stop', 'Refresh token không hợp lệ hoặc đã dùng.', GRANT),
  216: entry('refresh', 'Access token không hợp lệ.', RENEW),
  401: entry('refresh', 'Access token không hợp lệ.', RENEW),
};
