import axios from 'axios';
import { z } from 'zod';
import { parseExactJson } from './exact-json.ts';
import { unreachable, unreadableAnswer, zaloRefusal } from './errors.ts';

const LARGEST_ANSWER_BYTES = 1_000_000;
const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/;

/** One request to Zalo. `timeoutMs` covers the whole exchange, connection and body included. */
export type ZaloRequest = {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | URLSearchParams | FormData;
  timeoutMs: number;
  /** Hears how many calls the app has left this minute, when Zalo says so (facts/zalo.md 4.3). */
  onRemain?: (remain: number) => void;
};

const answerSchema = z.looseObject({
  error: z.coerce.number().catch(0),
  message: z.string().optional().catch(undefined),
  error_name: z.string().optional().catch(undefined),
});

/** Zalo's answer, numbers as printed; see parseExactJson. */
export type ZaloAnswer = z.infer<typeof answerSchema>;

/**
 * Sends a request and returns an answer without error. Throws ZaloApiError for an error code (Zalo reports those with
 * HTTP 200), an HTTP failure, a timeout or no connection. The error never holds the request: it has the token in it.
 */
export async function callZalo(request: ZaloRequest): Promise<ZaloAnswer> {
  const { status, text } = await exchange(request);
  const answer = answerSchema.safeParse(parseExactJson(text));
  if (answer.success && answer.data.error !== 0) {
    const { error, message, error_name: name } = answer.data;
    throw zaloRefusal(error, message ?? name);
  }
  if (!answer.success || status >= 400) throw unreadableAnswer(status);
  return answer.data;
}

async function exchange(request: ZaloRequest) {
  const { method, url, headers, body, timeoutMs } = request;
  try {
    const response = await axios.request<string>({
      method,
      url,
      headers,
      data: body,
      signal: AbortSignal.timeout(timeoutMs),
      responseType: 'text',
      // Left as text: JSON.parse would round ids above 2^53.
      transformResponse: (data: string) => data,
      validateStatus: () => true,
      maxRedirects: 0,
      // An office proxy set in the environment cannot reach the simulator.
      ...(LOOPBACK.test(url) ? { proxy: false } : {}),
      maxContentLength: LARGEST_ANSWER_BYTES,
    });
    const remain = Number(response.headers['x-ratelimit-remain'] ?? NaN);
    if (Number.isInteger(remain)) request.onRemain?.(remain);
    return { status: response.status, text: response.data };
  } catch (thrown) {
    // An AxiosError carries the request headers, so only its code may travel on.
    if (axios.isCancel(thrown)) throw unreachable(`quá ${timeoutMs} ms`);
    if (axios.isAxiosError(thrown)) throw unreachable(thrown.code ?? 'lỗi mạng');
    throw thrown;
  }
}
