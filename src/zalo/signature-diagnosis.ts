import type { OaAccount } from '../model/oa-account.ts';
import type { SignedParts } from './signature.ts';

/**
 * Names the likely cause of a signature that does not match, by trying the usual mistakes, in Vietnamese for the log.
 * Never used to accept anything.
 */
export function diagnoseMismatch(
  parts: SignedParts,
  account: OaAccount,
  matches: (candidate: SignedParts) => boolean,
): string {
  const secret = parts.secretKey.trim();
  if (secret !== parts.secretKey && matches({ ...parts, secretKey: secret })) {
    return 'ZALO_OA_SECRET_KEY có dấu cách ở đầu hoặc cuối: xoá đi rồi khởi động lại.';
  }
  if (matches({ ...parts, rawBody: JSON.stringify(JSON.parse(parts.rawBody.toString())) })) {
    return 'Nội dung đã bị máy chủ trung gian (proxy) ghi lại: cấu hình để chuyển nguyên văn.';
  }
  if (matches({ ...parts, appId: account.oaId })) {
    return 'Zalo ký bằng mã OA thay cho mã ứng dụng: báo người phát triển kiểm tra tài liệu mới của Zalo.';
  }
  if (matches({ ...parts, secretKey: account.appSecret })) {
    return 'Zalo ký bằng App Secret: chép lại "OA Secret Key" ở trang Webhook vào ZALO_OA_SECRET_KEY.';
  }
  if (parts.timestamp === '') return 'Nội dung không có timestamp: không phải sự kiện của Zalo.';
  return 'Chép lại "OA Secret Key" ở trang Webhook của ứng dụng vào ZALO_OA_SECRET_KEY; nếu đã đúng thì có người gửi giả.';
}
