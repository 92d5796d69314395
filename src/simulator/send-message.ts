import type { z } from 'zod';
import { refusal, success, type ApiBody } from './api-answer.ts';
import type { ChatMessage } from './chats.ts';
import { randomHexId } from './ids.ts';
import { faultOf, sendSchema, type SentMessage } from './message-rules.ts';
import type { Resident } from './residents.ts';
import type { SimulatorState } from './state.ts';
import { oaEvent } from './webhook-events.ts';
import type { WebhookPusher } from './webhook-pusher.ts';

const HOUR_MS = 3_600_000;
const FREE_HOURS = 48;
const WINDOW_HOURS = 7 * 24;

/** What happens once the answer is out: echo and receipts. Absent when the message was refused. */
export type SendOutcome = { body: ApiBody; afterwards?: (pusher: WebhookPusher) => Promise<void> };

/** `POST /v3.0/oa/message/cs`: checks the message, then whether the OA may write to this resident now. */
export function sendMessage(json: unknown, oaId: string, state: SimulatorState): SendOutcome {
  const parsed = sendSchema.safeParse(json);
  if (!parsed.success) return { body: refusal(-201, fieldOf(parsed.error)) };
  const { recipient, message } = parsed.data;
  const fault = faultOf(message, oaId, state);
  if (fault !== undefined) return { body: fault };
  const resident = state.residents.find(oaId, recipient.user_id);
  const allowed = permission(resident, state);
  if (resident === undefined || 'refused' in allowed) {
    return { body: 'refused' in allowed ? allowed.refused : refusal(-232) };
  }
  const bubble = toBubble(message, state);
  state.chats.add(oaId, resident.userId, bubble);
  state.hub.send(resident, 'message', bubble);
  const data = {
    ...allowed,
    message_id: bubble.id,
    user_id: resident.userId,
    sent_time: String(bubble.at.getTime()),
  };
  return {
    body: success(data),
    afterwards: (pusher) => pushEchoes(pusher, { resident, message, id: bubble.id, state }),
  };
}

/** The windows of facts/zalo.md 4.4, by the simulator's clock. A charged message has no `quota`. */
function permission(resident: Resident | undefined, { clock, switches }: SimulatorState) {
  const last = resident?.lastInteractionAt;
  if (resident === undefined || last === undefined) return { refused: refusal(-232) };
  if (resident.hasBlocked) return { refused: refusal(-244) };
  if (switches.nonFollowers === 'refused' && !resident.isFollower) {
    return { refused: refusal(-213) };
  }
  const hours = (clock().getTime() - last.getTime()) / HOUR_MS;
  if (hours > WINDOW_HOURS) return { refused: refusal(-230) };
  if (hours <= FREE_HOURS) return { quota: { quota_type: 'reply' } };
  if (switches.after48Hours === 'no-account') return { refused: refusal(-320) };
  return switches.after48Hours === 'no-money' ? { refused: refusal(-321) } : {};
}

function toBubble({ text = '', attachment }: SentMessage, state: SimulatorState): ChatMessage {
  const { buttons = [], elements = [], token, template_type: kind } = attachment?.payload ?? {};
  const [element] = elements;
  const upload = element?.attachment_id;
  const imageUrl =
    upload === undefined ? element?.url : `${state.baseUrl()}/thu/pictures/${upload}`;
  return {
    id: randomHexId(),
    from: 'oa',
    at: state.clock(),
    text: kind === 'request_user_info' ? (element?.title ?? '') : text,
    ...(imageUrl === undefined ? {} : { imageUrl }),
    ...(token === undefined ? {} : { fileName: 'Tệp đính kèm' }),
    buttons,
  };
}

async function pushEchoes(
  pusher: WebhookPusher,
  {
    resident,
    message,
    id,
    state,
  }: { resident: Resident; message: SentMessage; id: string; state: SimulatorState },
): Promise<void> {
  const { switches } = state;
  const echoId = switches.echoId === 'same' ? id : randomHexId();
  const { oaId } = resident;
  const echo = { text: message.text ?? '', msg_id: echoId };
  await pusher.push(oaId, oaEvent(resident, echoName(message), echo));
  await pusher.push(oaId, oaEvent(resident, 'user_received_message', { msg_id: id }));
  const seen = switches.seenIds === 'list' ? { msg_ids: [id] } : { msg_id: id };
  await pusher.push(oaId, oaEvent(resident, 'user_seen_message', seen));
}

function echoName({ attachment }: SentMessage): string {
  if (attachment?.type === 'file') return 'oa_send_file';
  const media = attachment?.payload.template_type === 'media';
  return media ? 'oa_send_image' : 'oa_send_text';
}

function fieldOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? 'body';
}
