import { z } from 'zod';

// Bodies come from parseExactJson, where a number is already the string that Zalo printed.

const id = z.string().min(1);
const someone = z.looseObject({ id });
const text = z.string().transform((value) => value.normalize('NFC'));
const optionalText = text.optional().catch(undefined);
const webUrl = z.string().regex(/^https?:\/\//i);

function degrees(most: number) {
  return z.string().min(1).transform(Number).pipe(z.number().min(-most).max(most));
}

function attachmentOf<T extends z.ZodType>(payload: T) {
  return z.looseObject({ payload });
}

function firstAttachment<T extends z.ZodType>(payload: T) {
  return z.tuple([attachmentOf(payload)], z.unknown());
}

/** What may be read from any body, however odd the rest of it is. */
export const envelopeSchema = z.looseObject({
  event_name: z.string().catch(''),
  timestamp: z.string().catch(''),
  sender: z
    .looseObject({ id, admin_id: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  recipient: someone.optional().catch(undefined),
  follower: someone.optional().catch(undefined),
  user_id: id.optional().catch(undefined),
  message: z
    .looseObject({ msg_id: id.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** `user_send_text`, and the `oa_send_text` that an officer typed. */
export const textSchema = z.looseObject({ message: z.looseObject({ text }) });

/** `user_send_image`: the caption, if any, is `message.text`. */
export const imageSchema = z.looseObject({
  message: z.looseObject({
    text: optionalText,
    attachments: z.array(attachmentOf(z.looseObject({ url: webUrl }))).min(1),
  }),
});

/** `user_send_file`. */
export const fileSchema = z.looseObject({
  message: z.looseObject({
    attachments: firstAttachment(
      z.looseObject({ url: webUrl, name: text.catch(''), size: z.coerce.number().catch(0) }),
    ),
  }),
});

/** `user_send_location`. */
export const locationSchema = z.looseObject({
  message: z.looseObject({
    attachments: firstAttachment(
      z.looseObject({
        coordinates: z.looseObject({
          latitude: degrees(90),
          longitude: degrees(180),
        }),
      }),
    ),
  }),
});

/** Sticker, voice, video, link, gif, card: only the words beside it matter to us. */
export const mediaSchema = z.looseObject({
  message: z.looseObject({ text: optionalText }).optional().catch(undefined),
});

/** `user_received_message` and `user_seen_message`; the id is single in some versions, a list in others. */
export const receiptSchema = z.looseObject({
  message: z.looseObject({
    msg_id: id.optional(),
    msg_ids: z.array(id).optional(),
    // Only the receipts of paid notices (ZNS) carry one; they are not about our messages.
    tracking_id: z.undefined().optional(),
  }),
});

/** `user_submit_info`: the shape of 2025 (`full_address`) and the older flat one. */
export const contactSchema = z.looseObject({
  info: z.looseObject({
    name: optionalText,
    phone: optionalText,
    address: optionalText,
    ward: optionalText,
    district: optionalText,
    city: optionalText,
    full_address: z
      .looseObject({ user_address: optionalText, user_ward: optionalText, user_city: optionalText })
      .optional()
      .catch(undefined),
  }),
});
