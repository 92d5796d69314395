import { AppError, toError } from '../../lib/app-error.ts';

const SIZE_LIMIT_MB = 2;
const BUSY = [429, 502, 503, 504];
const TRY_LATER = 'Chờ ít phút rồi chạy lại, hoặc nhập từ tệp JSON đã tải về.';
const CHECK_URL = 'Kiểm tra PORTAL_API_URL trong tệp .env.';
const MAYBE_BLOCKED = `${CHECK_URL} Nếu đúng rồi, có thể Cổng chặn máy này: nhập từ tệp JSON.`;

/** Posts JSON and gives the JSON that comes back. Follows no redirect and reads at most 2 MB. */
export async function postJson(url: string, body: unknown, timeoutMs: number): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    refuseUnusable(response);
    return parse(await readLimited(response));
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw connectionError(toError(thrown), url, timeoutMs);
  }
}

function refuseUnusable({ status, headers }: Response): void {
  if (BUSY.includes(status)) {
    throw new AppError(`Cổng đang bận hoặc bảo trì (mã ${status}).`, { hint: TRY_LATER });
  }
  if (status >= 300 && status < 400) {
    throw new AppError(
      `Cổng chuyển sang địa chỉ khác (mã ${status}); chương trình không đi theo.`,
      {
        hint: CHECK_URL,
      },
    );
  }
  if (status >= 400) {
    throw new AppError(`Cổng không nhận yêu cầu (mã ${status}).`, { hint: MAYBE_BLOCKED });
  }
  if (headers.get('content-type')?.includes('html') === true) {
    throw new AppError('Cổng trả về trang web, không phải dữ liệu.', { hint: MAYBE_BLOCKED });
  }
}

async function readLimited({ body }: Response): Promise<string> {
  if (body === null) return '';
  const stream: AsyncIterable<Uint8Array> = body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream, so nothing more is read.
    if (size > SIZE_LIMIT_MB * 1024 * 1024) {
      throw new AppError(`Câu trả lời của Cổng lớn hơn ${SIZE_LIMIT_MB} MB nên không đọc tiếp.`, {
        hint: CHECK_URL,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('Câu trả lời của Cổng không phải JSON.', { hint: CHECK_URL, cause });
  }
}

function connectionError(cause: Error, url: string, timeoutMs: number): AppError {
  if (cause.name === 'TimeoutError') {
    return new AppError(`Cổng không trả lời xong trong ${timeoutMs / 1000} giây.`, {
      hint: TRY_LATER,
      cause,
    });
  }
  return new AppError(`Không kết nối được tới ${new URL(url).host}.`, {
    hint: `Kiểm tra mạng. ${CHECK_URL}`,
    cause,
  });
}
