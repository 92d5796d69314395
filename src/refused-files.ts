import type { Reply } from './model/reply.ts';
import type { MediaRefusal } from './zalo/media.ts';

/** Why something that was sent is not kept: `why` for officers, `advice` for who sent it. */
type Words = { why: string; advice: string };

const AGAIN = 'Anh/chị gửi lại giúp em ạ.';
const PHOTO_INSTEAD = 'Anh/chị chụp ảnh từng trang rồi gửi giúp em ạ.';
const FOREIGN = 'Em chỉ nhận được ảnh, tệp gửi thẳng trên Zalo. ' + AGAIN;

const WORDS: Readonly<Record<MediaRefusal, Words>> = {
  foreign: { why: 'Đường dẫn không phải của Zalo nên không tải.', advice: FOREIGN },
  'private-address': { why: 'Đường dẫn trỏ vào mạng nội bộ nên không tải.', advice: FOREIGN },
  redirect: { why: 'Đường dẫn chuyển đi nơi khác nên không tải.', advice: FOREIGN },
  'too-large': { why: 'Tệp lớn hơn 5 MB.', advice: `Tệp lớn hơn 5 MB. ${PHOTO_INSTEAD}` },
  gone: { why: 'Zalo không còn giữ tệp này.', advice: `Zalo không còn giữ tệp này. ${AGAIN}` },
  unreachable: {
    why: 'Không tải được từ Zalo trong hai ngày.',
    advice: `Em không tải được từ Zalo. ${AGAIN}`,
  },
  heic: {
    why: 'Ảnh HEIC (iPhone) chưa mở được.',
    advice:
      'Ảnh dạng HEIC của iPhone em chưa mở được. Anh/chị chụp màn hình ảnh đó, hoặc gửi ảnh JPG giúp em ạ.',
  },
  office: {
    why: 'Tệp Word, Excel hoặc tệp nén: không nhận vì có thể chứa mã độc và thông tin ẩn.',
    advice: `Em chỉ nhận ảnh và tệp PDF, chưa nhận Word, Excel, tệp nén. ${PHOTO_INSTEAD}`,
  },
  'not-accepted': {
    why: 'Không phải ảnh (JPG, PNG, WebP, GIF) hoặc PDF.',
    advice: 'Em chỉ nhận ảnh (JPG, PNG, WebP, GIF) và tệp PDF. Anh/chị gửi lại giúp em ạ.',
  },
  'picture-broken': { why: 'Ảnh bị hỏng, không mở được.', advice: `Ảnh bị hỏng. ${AGAIN}` },
  'pdf-locked': {
    why: 'Tệp PDF có khóa hoặc mật khẩu.',
    advice: `Tệp PDF có khóa hoặc mật khẩu nên em không mở được. ${PHOTO_INSTEAD}`,
  },
  'pdf-broken': {
    why: 'Tệp PDF bị hỏng, không mở được.',
    advice: `Tệp PDF bị hỏng, em không mở được. ${PHOTO_INSTEAD}`,
  },
  'pdf-too-heavy': {
    why: 'Tệp PDF quá nặng để kiểm tra an toàn.',
    advice: `Tệp PDF quá nặng, em không kiểm tra được. ${PHOTO_INSTEAD}`,
  },
};

/** Why it is not kept, for officers. */
export function whyRefused(refusal: MediaRefusal): string {
  return WORDS[refusal].why;
}

/** Tells who sent it what was not kept of their report, and what to do. Each advice is given once. */
export function refusedReply(code: string, refusals: readonly MediaRefusal[]): Reply {
  const advice = [...new Set(refusals.map((refusal) => WORDS[refusal].advice))];
  const what = refusals.length === 1 ? 'một ảnh hoặc tệp' : `${refusals.length} ảnh hoặc tệp`;
  const text = [`Dạ, phản ánh ${code} còn ${what} em chưa nhận được.`, ...advice].join('\n');
  return { text };
}
