import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { ChatMessage } from './chats.ts';
import { randomHexId } from './ids.ts';
import type { WebhookRecord } from './log.ts';
import type { Resident } from './residents.ts';
import type { SimulatorState } from './state.ts';
import {
  attachmentEvent,
  contactEvent,
  flatEvent,
  followEvent,
  oaEvent,
  residentEvent,
  type ZaloEventBody,
} from './webhook-events.ts';
import type { WebhookPusher } from './webhook-pusher.ts';

/** Things a resident can do besides writing, by the names the page uses. */
export const DEEDS = [
  'follow',
  'unfollow',
  'chatnow',
  'sticker',
  'audio',
  'share-contact',
  'withdraw',
] as const;
export type Deed = (typeof DEEDS)[number];

type Delivered = Promise<WebhookRecord | undefined>;

/** What residents (and officers in Zalo's own tool) do: shown in the phone and pushed to the webhook. */
export class Phone {
  readonly #state: SimulatorState;
  readonly #pusher: WebhookPusher;

  constructor(state: SimulatorState, pusher: WebhookPusher) {
    this.#state = state;
    this.#pusher = pusher;
  }

  /** Writes a text. A tapped `oa.query.hide` sends its payload the same way, but without a bubble. */
  say(resident: Resident, text: string, { isHidden = false } = {}): Delivered {
    const id = randomHexId();
    if (!isHidden) this.#show(resident, { id, text });
    return this.#push(resident, residentEvent(resident, 'user_send_text', { text, msg_id: id }));
  }

  /** Sends a picture that is already among the assets. */
  sendPicture(resident: Resident, assetId: string): Delivered {
    const id = randomHexId();
    const url = `${this.#state.baseUrl()}/thu/pictures/${assetId}`;
    this.#show(resident, { id, text: '', imageUrl: url });
    const event = attachmentEvent(resident, 'image', {
      messageId: id,
      payload: { thumbnail: url, url },
    });
    return this.#push(resident, event);
  }

  /** Sends a document that is already among the assets. */
  sendFile(resident: Resident, assetId: string, name: string): Delivered {
    const id = randomHexId();
    const url = `${this.#state.baseUrl()}/thu/pictures/${assetId}`;
    const bytes = this.#state.assets.find(assetId)?.bytes ?? Buffer.alloc(0);
    const checksum = createHash('md5').update(bytes).digest('hex');
    const [size, type] = [String(bytes.length), extname(name).slice(1)];
    this.#show(resident, { id, text: `📎 ${name}` });
    const payload = { url, name, size, checksum, type };
    return this.#push(resident, attachmentEvent(resident, 'file', { messageId: id, payload }));
  }

  sendLocation(resident: Resident, latitude: number, longitude: number): Delivered {
    const id = randomHexId();
    this.#show(resident, { id, text: '', location: { latitude, longitude } });
    const coordinates = { latitude: String(latitude), longitude: String(longitude) };
    const event = attachmentEvent(resident, 'location', {
      messageId: id,
      payload: { coordinates },
    });
    return this.#push(resident, event);
  }

  do(resident: Resident, deed: Deed): Delivered {
    switch (deed) {
      case 'follow':
      case 'unfollow':
        return this.#push(resident, followEvent(resident, deed));
      case 'chatnow':
        return this.#push(resident, flatEvent(resident, 'user_click_chatnow'));
      case 'withdraw':
        return this.#push(resident, flatEvent(resident, 'user_withdraw'));
      case 'share-contact':
        return this.#push(resident, contactEvent(resident, this.#state.switches.contactShape));
      case 'sticker':
      case 'audio':
        return this.#sendMedia(resident, deed);
    }
  }

  /** An officer writes in Zalo's own chat tool (oa.zalo.me), past the program. */
  staffSays(resident: Resident, text: string): Delivered {
    const id = randomHexId();
    this.#show(resident, { id, text, from: 'staff' });
    const message = { text, msg_id: id };
    return this.#push(resident, oaEvent(resident, 'oa_send_text', message, '1234567890123456789'));
  }

  #sendMedia(resident: Resident, kind: 'sticker' | 'audio'): Delivered {
    const id = randomHexId();
    const url = `https://zalo.example/${kind}`;
    const payload = kind === 'sticker' ? { url, id: '23311' } : { url };
    this.#show(resident, { id, text: kind === 'sticker' ? '👍' : '🎤 Tin thoại 0:04' });
    return this.#push(resident, attachmentEvent(resident, kind, { messageId: id, payload }));
  }

  #push({ oaId }: Resident, event: ZaloEventBody): Delivered {
    return this.#pusher.push(oaId, event);
  }

  #show({ oaId, userId }: Resident, message: Partial<ChatMessage> & { id: string }): void {
    const { chats, hub, clock } = this.#state;
    const bubble = { from: 'resident', at: clock(), text: '', buttons: [], ...message } as const;
    chats.add(oaId, userId, bubble);
    hub.send({ oaId, userId }, 'message', bubble);
  }
}
