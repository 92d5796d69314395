import { z } from 'zod';
import { vietnamDay, formatDay } from '../lib/clock.ts';
import { refusal, success, type ApiBody } from './api-answer.ts';
import type { ChatMessage } from './chats.ts';
import { readFormFile } from './multipart.ts';
import { sendMessage, type SendOutcome } from './send-message.ts';
import type { SimulatorState } from './state.ts';

/** A request whose token was good. `data` is the parsed `data` parameter of a GET. */
type ApiCall = {
  oaId: string;
  contentType: string;
  rawBody: Buffer;
  data: unknown;
  state: SimulatorState;
};

type Endpoint = (call: ApiCall) => SendOutcome;

const MEGABYTE = 1_000_000;
const UPLOADS = {
  image: { extensions: /\.(?:jpe?g|png)$/i, mostBytes: MEGABYTE, key: 'attachment_id' },
  gif: { extensions: /\.gif$/i, mostBytes: 5 * MEGABYTE, key: 'attachment_id' },
  file: { extensions: /\.(?:pdf|docx?|csv)$/i, mostBytes: 5 * MEGABYTE, key: 'token' },
} as const;

const userQuery = z.looseObject({ user_id: z.string() });
const pageQuery = z.looseObject({
  offset: z.number().int().min(0).default(0),
  count: z.number().int().min(1).default(10),
  user_id: z.string().optional(),
});
const MOST_LISTED = 10;

/** The OpenAPI by method and path (facts/zalo.md 6). What is not here is answered 404, v3 uploads included. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'POST /v3.0/oa/message/cs': ({ rawBody, oaId, state }) =>
    sendMessage(parseJson(rawBody.toString('utf8')), oaId, state),
  'POST /v2.0/oa/message': () => ({ body: refusal(-240) }),
  'POST /v2.0/oa/upload/image': (call) => upload(call, 'image'),
  'POST /v2.0/oa/upload/gif': (call) => upload(call, 'gif'),
  'POST /v2.0/oa/upload/file': (call) => upload(call, 'file'),
  'GET /v3.0/oa/user/detail': (call) => ({ body: userDetail(call) }),
  'GET /v2.0/oa/getoa': (call) => ({ body: oaInfo(call) }),
  'GET /v2.0/oa/conversation': (call) => ({ body: listMessages(call, true) }),
  'GET /v2.0/oa/listrecentchat': (call) => ({ body: listMessages(call, false) }),
};

/** JSON as a value; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined; // the caller refuses it with -201, as Zalo does
  }
}

function upload(call: ApiCall, kind: keyof typeof UPLOADS): SendOutcome {
  const { extensions, mostBytes, key } = UPLOADS[kind];
  const { oaId, state } = call;
  const file = readFormFile(call.rawBody, call.contentType);
  if (file === undefined) return { body: refusal(-201, 'file') };
  const { name, contentType, bytes } = file;
  // Seen live: a name without an extension is answered with success and no data.
  if (!name.includes('.')) return { body: success({}) };
  if (!extensions.test(name)) return { body: refusal(-201, 'file') };
  if (bytes.length > mostBytes || Buffer.byteLength(name) > 200) return { body: refusal(-210) };
  return { body: success({ [key]: state.assets.add({ oaId, contentType, bytes }) }) };
}

function userDetail({ oaId, data, state }: ApiCall): ApiBody {
  const query = userQuery.safeParse(data);
  if (!query.success) return refusal(-201, 'user_id');
  const resident = state.residents.find(oaId, query.data.user_id);
  if (resident === undefined) return refusal(-201, 'user_id');
  const last = resident.lastInteractionAt;
  return success({
    user_id: resident.userId,
    user_id_by_app: resident.appUserId,
    user_external_id: '',
    display_name: resident.name,
    user_alias: resident.name,
    is_sensitive: false,
    user_last_interaction_date: last === undefined ? '' : formatDay(vietnamDay(last)),
    user_is_follower: resident.isFollower,
    avatar: '',
    tags_and_notes_info: { notes: [], tag_names: [] },
    shared_info: { address: '', city: '', district: '', phone: '', name: '' },
  });
}

function oaInfo({ oaId, state }: ApiCall): ApiBody {
  const account = state.accounts.find((one) => one.oaId === oaId);
  return success({
    oa_id: oaId,
    name: account?.name ?? '',
    description: 'OA mô phỏng',
    is_verified: true,
    oa_type: 4,
    cate_name: 'Cơ quan nhà nước',
    num_follower: 0,
    package_name: 'Mô phỏng',
    package_valid_through_date: '31/12/2027',
  });
}

function listMessages({ oaId, data, state }: ApiCall, ofOneUser: boolean): ApiBody {
  const query = pageQuery.safeParse(data ?? {});
  if (!query.success || (ofOneUser && query.data.user_id === undefined))
    return refusal(-201, 'data');
  const { offset, count, user_id: userId } = query.data;
  if (count > MOST_LISTED) return refusal(-210);
  const messages = state.chats
    .recent(oaId)
    .filter((one) => !ofOneUser || one.userId === userId)
    .slice(offset, offset + count);
  return success(messages.map((one) => toListed(one.message, oaId, one.userId)));
}

function toListed(
  { id, from, at, text, imageUrl, location }: ChatMessage,
  oaId: string,
  userId: string,
) {
  const isResident = from === 'resident';
  return {
    src: isResident ? 1 : 0,
    time: at.getTime(),
    type: location !== undefined ? 'location' : imageUrl === undefined ? 'text' : 'photo',
    ...(location === undefined ? {} : { location: JSON.stringify(location) }),
    message: text,
    message_id: id,
    from_id: isResident ? userId : oaId,
    to_id: isResident ? oaId : userId,
    ...(imageUrl === undefined ? {} : { url: imageUrl, thumb: imageUrl }),
  };
}
