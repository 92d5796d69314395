/** What a resident (or Zalo about a resident) did, free of Zalo's own words. */
export type BotEvent =
  | TextEvent
  | ImageEvent
  | FileEvent
  | LocationEvent
  | MediaEvent
  | FollowEvent
  | UnfollowEvent
  | ContactSharedEvent
  | WithdrawEvent
  | ReceiptEvent
  | StaffMessageEvent
  | UnsupportedEvent;

type EventBase = {
  /** Unique per delivery content: Zalo's message id, else a hash of the body. Dedupe by this. */
  id: string;
  /** The official account that the event belongs to; chooses the commune. */
  oaId: string;
  /** The resident, as Zalo numbers them for this official account. 18-19 digits: never a JS number. */
  userId: string;
  at: Date;
};

export type TextEvent = EventBase & { type: 'text'; text: string };
export type ImageEvent = EventBase & { type: 'image'; urls: readonly string[]; text: string };
export type FileEvent = EventBase & { type: 'file'; url: string; name: string; sizeBytes: number };
export type LocationEvent = EventBase & { type: 'location'; latitude: number; longitude: number };
/** A sticker, voice clip, video, link or business card: the bot says politely what it can read. */
export type MediaEvent = EventBase & { type: 'media'; media: MediaKind; text: string };
export type MediaKind = 'sticker' | 'audio' | 'video' | 'link' | 'gif' | 'business-card';
/** The resident followed the account, or pressed "Nhắn tin" for the first time. */
export type FollowEvent = EventBase & { type: 'follow' };
export type UnfollowEvent = EventBase & { type: 'unfollow' };
export type ContactSharedEvent = EventBase & {
  type: 'contact-shared';
  name: string | undefined;
  phone: string | undefined;
  address: string | undefined;
};
/** The resident asked Zalo to withdraw consent: their data must be deleted. */
export type WithdrawEvent = EventBase & { type: 'withdraw' };
export type ReceiptEvent = EventBase & {
  type: 'receipt';
  receipt: 'delivered' | 'seen';
  messageIds: readonly string[];
};
/** A reply that an officer typed in Zalo's own tool. */
export type StaffMessageEvent = EventBase & { type: 'staff-message'; text: string };
/** Anything else, echoes of our own messages included. Never an error. */
export type UnsupportedEvent = EventBase & { type: 'unsupported'; zaloName: string };

export type EventType = BotEvent['type'];
export type EventOf<T extends EventType> = Extract<BotEvent, { type: T }>;
