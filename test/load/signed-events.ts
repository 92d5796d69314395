import type { OaAccount } from '../../src/model/oa-account.ts';
import { signBody } from '../../src/zalo/signature.ts';

/** What residents ask about, in their own words. */
const QUESTIONS = [
  'làm giấy khai sinh cho con cần gì',
  'đăng ký kết hôn mất bao lâu',
  'lệ phí?',
  'chuyển mục đích sử dụng đất nộp ở đâu',
  'xin chào',
  'mất thẻ căn cước làm lại sao',
  'trợ cấp người cao tuổi',
  'menu',
  'giờ làm việc của xã',
  'dang ky tam tru can giay to gi',
] as const;

/** A resident's number, 18 digits. */
export function residentId(i: number): string {
  return `2468458835${String(29_000_000 + i)}`;
}

/** A webhook call with a text, ready for the wire. */
export function signedText(account: OaAccount, i: number, residents: number): Buffer {
  const rawBody = JSON.stringify({
    app_id: account.appId,
    sender: { id: residentId(i % residents) },
    user_id_by_app: '552177279717587730',
    recipient: { id: account.oaId },
    event_name: 'user_send_text',
    message: { text: QUESTIONS[i % QUESTIONS.length], msg_id: `load${i}` },
    timestamp: String(Date.now()),
  });
  return signedRequest(account, rawBody);
}

/** A webhook call with any body, signed as Zalo signs: with the timestamp that stands in the body. */
export function signedRequest(account: OaAccount, rawBody: string | Buffer): Buffer {
  const timestamp = /"timestamp":"?(\d+)/.exec(rawBody.toString())?.[1] ?? '';
  const { appId, secretKey } = account;
  const signature = signBody({ appId, rawBody: Buffer.from(rawBody), timestamp, secretKey });
  return webhookRequest(rawBody, signature);
}

/** A webhook call as it goes over the wire. */
export function webhookRequest(rawBody: string | Buffer, signature: string): Buffer {
  const body = Buffer.from(rawBody);
  const head =
    'POST /webhook/zalo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n' +
    `X-ZEvent-Signature: ${signature}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
