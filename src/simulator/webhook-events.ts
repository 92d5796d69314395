import type { Resident } from './residents.ts';
import type { Switches } from './switches.ts';

/** An event's body without `app_id` and `timestamp`, which are added when it is signed. */
export type ZaloEventBody = Readonly<Record<string, unknown>> & { event_name: string };

/** The kinds of attachment that a resident can send, with the payload that Zalo documents for each. */
export type AttachmentKind =
  'image' | 'gif' | 'file' | 'audio' | 'video' | 'link' | 'sticker' | 'location';

/** Anything that a resident sends: sender is the resident, recipient the OA. */
export function residentEvent(
  resident: Resident,
  eventName: string,
  message: Readonly<Record<string, unknown>>,
): ZaloEventBody {
  return {
    sender: { id: resident.userId },
    user_id_by_app: resident.appUserId,
    recipient: { id: resident.oaId },
    event_name: eventName,
    message,
  };
}

/** `user_send_<kind>` with one attachment. */
export function attachmentEvent(
  resident: Resident,
  kind: AttachmentKind,
  { messageId, payload }: { messageId: string; payload: Readonly<Record<string, unknown>> },
): ZaloEventBody {
  const message = { msg_id: messageId, attachments: [{ payload, type: kind }] };
  return residentEvent(resident, `user_send_${kind}`, message);
}

/** Echoes and receipts, which go from the OA to the resident. With `adminId`, an officer typed it in Zalo's tool. */
export function oaEvent(
  resident: Resident,
  eventName: string,
  message: Readonly<Record<string, unknown>>,
  adminId?: string,
): ZaloEventBody {
  return {
    sender: { id: resident.oaId, ...(adminId === undefined ? {} : { admin_id: adminId }) },
    user_id_by_app: resident.appUserId,
    recipient: { id: resident.userId },
    event_name: eventName,
    message,
  };
}

/** `follow` and `unfollow`: flat, with a follower. */
export function followEvent(resident: Resident, eventName: 'follow' | 'unfollow'): ZaloEventBody {
  return {
    oa_id: resident.oaId,
    follower: { id: resident.userId },
    user_id_by_app: resident.appUserId,
    event_name: eventName,
    source: 'oa_profile',
  };
}

/** `user_click_chatnow` and `user_withdraw`: flat, with a user id. */
export function flatEvent(
  resident: Resident,
  eventName: 'user_click_chatnow' | 'user_withdraw',
): ZaloEventBody {
  return {
    oa_id: resident.oaId,
    user_id: resident.userId,
    user_id_by_app: resident.appUserId,
    event_name: eventName,
  };
}

/** `user_submit_info`, in the shape of 2025 or the older one. The data are invented. */
export function contactEvent(resident: Resident, shape: Switches['contactShape']): ZaloEventBody {
  const { name } = resident;
  const info =
    shape === 'flat'
      ? {
          address: 'Thôn 3',
          phone: 84912345678,
          city: 'Đắk Lắk',
          district: '',
          name,
          ward: 'Ea Kar',
        }
      : {
          name,
          phone: '84912345678',
          user_dob: '30/10/1999',
          gender: 'Nam',
          full_address: {
            user_city: 'Tỉnh Đắk Lắk',
            user_ward: 'Xã Ea Kar',
            user_address: 'Thôn 3',
          },
        };
  return {
    sender: { id: resident.userId },
    recipient: { id: resident.oaId },
    event_name: 'user_submit_info',
    info,
  };
}
