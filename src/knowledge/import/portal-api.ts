import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';
import { procedureCode } from './draft.ts';
import { postJson } from './post-json.ts';

const TIMEOUT_MS = 15_000;
const SEARCH_LIMIT = 50; // a code finds itself and at most the provinces' editions of it

// The addresses of the portal as rebuilt in 2026; public, without a token.
const SEARCH = '/api/v1/submitting/formality/list-all-formality-by-citizen';
const DETAIL = '/api/v1/configuring/formality/get-formality-by-citizen';

export type PortalApiOptions = { baseUrl: string; timeoutMs?: number };

const rowSchema = z.looseObject({
  id: z.string().min(1),
  code: z.string().nullish(),
  codeNotation: z.string().nullish(),
});
const searchSchema = z.looseObject({ data: z.looseObject({ items: z.array(rowSchema) }) });
const detailSchema = z.looseObject({ data: z.looseObject({}) });

/** The body of one procedure, found by its code. Throws an AppError that says what the portal did instead. */
export async function fetchPortalBody(
  code: string,
  { baseUrl, timeoutMs = TIMEOUT_MS }: PortalApiOptions,
): Promise<unknown> {
  const root = baseUrl.replace(/\/+$/, '');
  const search = { limit: SEARCH_LIMIT, lastId: '', q: code, categoryId: '', departmentCode: '' };
  const found = expected(searchSchema, await postJson(`${root}${SEARCH}`, search, timeoutMs));
  const id = idOf(code, found.data.items);
  return expected(detailSchema, await postJson(`${root}${DETAIL}`, { id }, timeoutMs)).data;
}

function expected<T>(schema: z.ZodType<T>, answer: unknown): T {
  const { data, error } = schema.safeParse(answer);
  if (error === undefined) return data;
  throw new AppError('Câu trả lời của Cổng khác dạng đã biết.', {
    hint: 'Kiểm tra PORTAL_API_URL trong tệp .env; nếu đúng thì Cổng đã đổi: nhập từ tệp JSON.',
    cause: error,
  });
}

function idOf(code: string, rows: readonly z.infer<typeof rowSchema>[]): string {
  const ids = new Set(
    rows
      .filter((row) =>
        [row.code, row.codeNotation].some((one) => procedureCode(one ?? '') === code),
      )
      .map(({ id }) => id),
  );
  const [id] = ids;
  if (id !== undefined && ids.size === 1) return id;
  if (id === undefined) {
    throw new NotOnPortalError(`${code}: không tìm thấy trên Cổng.`, {
      hint: 'Kiểm tra lại mã; thủ tục có thể đã bãi bỏ hoặc đổi mã.',
    });
  }
  throw new NotOnPortalError(`${code}: Cổng có ${ids.size} bản cùng mã, chưa biết chọn bản nào.`, {
    hint: 'Tải bản cần dùng về thành tệp JSON rồi nhập tệp đó.',
  });
}

/** The portal works, but has not exactly one procedure of this code. The next code may still be there. */
export class NotOnPortalError extends AppError {}
