import { z } from 'zod';
import type { OaAccount } from '../model/oa-account.ts';
import { answerSchemas, toOaInfo, toUserDetail } from './answers.ts';
import type { OaInfo, UserDetail } from './answers.ts';
import { type ListedMessage, toListedMessages } from './conversation.ts';
import { ZaloApiError } from './errors.ts';
import { callZalo, type ZaloAnswer, type ZaloRequest } from './http.ts';
import type { ZaloMessage } from './messages.ts';
import type { TokenKeeper } from './tokens.ts';

const DEFAULT_TIMEOUT_MS = 10_000;
/** More than ten messages at a time are refused with -210. */
export const PAGE_SIZE = 10;

/** A file to upload. The name needs its real extension: without it Zalo answers success and no id. */
type UploadFile = { name: string; contentType: string; bytes: Uint8Array<ArrayBuffer> };

/** Calls of Zalo's OA OpenAPI. All throw ZaloApiError, whose `action` says what to do next. */
export type ZaloClient = {
  /** Sends one message. `messageId` is '' in the odd case that Zalo accepts it and names no id. */
  send: (
    account: OaAccount,
    userId: string,
    message: ZaloMessage,
  ) => Promise<{ messageId: string }>;
  /** JPG or PNG of at most 1 MB. The id works for 7 days. */
  uploadImage: (account: OaAccount, file: UploadFile) => Promise<{ attachmentId: string }>;
  /** PDF or DOC(X) of at most 5 MB. The token works for 7 days. */
  uploadFile: (account: OaAccount, file: UploadFile) => Promise<{ token: string }>;
  userDetail: (account: OaAccount, userId: string) => Promise<UserDetail>;
  /** Also a health check: it needs nothing but a valid token. */
  oaInfo: (account: OaAccount) => Promise<OaInfo>;
  /** At most ten messages, newest first: of one resident, or of all when none is named. */
  listMessages: (account: OaAccount, page: MessagePage) => Promise<ListedMessage[]>;
};

/** `offset` counts messages from the newest. */
export type MessagePage = { userId?: string; offset: number };

/** Counts the calls of an app, and hears what Zalo says of how many are left. */
export type CallCounter = {
  spend: (appId: string) => void;
  heed: (appId: string, remain: number) => void;
};

type Call = Pick<ZaloRequest, 'method' | 'body' | 'onRemain'> & { path: string };
type Caller = (account: OaAccount, call: Call) => Promise<ZaloAnswer>;

/** A client for any number of accounts. After -216 or -220 it refreshes the token and tries once more. */
export function createZaloClient({
  tokens,
  timeoutMs = DEFAULT_TIMEOUT_MS,
  counter,
}: {
  tokens: Pick<TokenKeeper, 'accessToken' | 'refresh'>;
  timeoutMs?: number;
  counter?: CallCounter;
}): ZaloClient {
  const callOnce = (account: OaAccount, request: Call, token: string) => {
    counter?.spend(account.appId);
    const onRemain = (remain: number) => counter?.heed(account.appId, remain);
    return callWithToken(account, { ...request, onRemain }, { token, timeoutMs });
  };
  const call: Caller = async (account, request) => {
    const token = await tokens.accessToken(account);
    try {
      return await callOnce(account, request, token);
    } catch (thrown) {
      if (!(thrown instanceof ZaloApiError) || thrown.action !== 'refresh') throw thrown;
      return callOnce(account, request, await tokens.refresh(account, token));
    }
  };
  return {
    send: (account, userId, message) => send(call, account, userId, message),
    uploadImage: async (account, file) => ({
      attachmentId: await upload(call, account, 'image', file),
    }),
    uploadFile: async (account, file) => ({ token: await upload(call, account, 'file', file) }),
    userDetail: async (account, userId) =>
      toUserDetail(await call(account, get('/v3.0/oa/user/detail', { user_id: userId }))),
    oaInfo: async (account) => toOaInfo(await call(account, get('/v2.0/oa/getoa', {}))),
    listMessages: async (account, page) => toListedMessages(await call(account, listing(page))),
  };
}

function listing({ userId, offset }: MessagePage): Call {
  const page = { offset, count: PAGE_SIZE };
  if (userId === undefined) return get('/v2.0/oa/listrecentchat', page);
  return get('/v2.0/oa/conversation', { user_id: userId, ...page });
}

function callWithToken(
  account: OaAccount,
  { path, method, body, onRemain }: Call,
  { token, timeoutMs }: { token: string; timeoutMs: number },
): Promise<ZaloAnswer> {
  const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  return callZalo({
    method,
    url: `${account.openapiUrl}${path}`,
    headers: { access_token: token, ...json }, // a bare header, never "Authorization: Bearer"
    ...(body === undefined ? {} : { body }),
    timeoutMs,
    ...(onRemain === undefined ? {} : { onRemain }),
  });
}

/** Zalo takes the parameters of a GET as one JSON in `data`. */
function get(path: string, parameters: Readonly<Record<string, string | number>>): Call {
  const query = Object.keys(parameters).length === 0 ? '' : `?${dataQuery(parameters)}`;
  return { method: 'GET', path: path + query };
}

function dataQuery(parameters: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams({ data: JSON.stringify(parameters) }).toString();
}

async function send(call: Caller, account: OaAccount, userId: string, message: ZaloMessage) {
  const body = JSON.stringify({ recipient: { user_id: userId }, message });
  const answer = await call(account, { method: 'POST', path: '/v3.0/oa/message/cs', body });
  // Zalo took the message: an unexpected answer must not make anybody send it again.
  return { messageId: answerSchemas.sent.safeParse(answer).data?.data.message_id ?? '' };
}

async function upload(
  call: Caller,
  account: OaAccount,
  kind: 'image' | 'file',
  { name, contentType, bytes }: UploadFile,
): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([bytes], { type: contentType }), name);
  const path = `/v2.0/oa/upload/${kind}`;
  const { data, error } = answerSchemas.uploaded.safeParse(
    await call(account, { method: 'POST', path, body }),
  );
  const id = data?.data.attachment_id ?? data?.data.token;
  if (id !== undefined) return id;
  const meaning = 'Zalo nhận tệp nhưng không trả về mã.';
  const hint = 'Kiểm tra tên tệp có đuôi đúng (.jpg, .png, .pdf, .docx) rồi gửi lại.';
  const cause = error === undefined ? undefined : new Error(z.prettifyError(error));
  throw new ZaloApiError(undefined, { action: 'give-up', meaning, hint }, cause);
}
