import { z } from 'zod';
import { unreadableAnswer } from './errors.ts';
import type { ZaloAnswer } from './http.ts';

// Answers come from parseExactJson: numbers are strings as printed, so ids keep all their digits.

const id = z.string().min(1);
const text = z.string().catch('');
const flag = z.boolean().catch(false);

/** The answers whose only interesting part is an id. */
export const answerSchemas = {
  sent: z.looseObject({ data: z.looseObject({ message_id: id }) }),
  uploaded: z.looseObject({
    data: z.looseObject({ attachment_id: id.optional(), token: id.optional() }),
  }),
} as const;

const userSchema = z.looseObject({
  data: z.looseObject({
    user_id: id,
    display_name: text,
    is_sensitive: flag,
    user_is_follower: flag,
    user_last_interaction_date: text,
    shared_info: z.looseObject({ name: text, phone: text, address: text }).optional(),
  }),
});

const oaSchema = z.looseObject({
  data: z.looseObject({
    oa_id: id.optional(),
    oaid: id.optional(),
    name: text,
    oa_type: z.coerce.number().catch(0),
    is_verified: flag,
    package_name: text,
    package_valid_through_date: text,
  }),
});

/** What Zalo tells about a resident. Texts are '' when Zalo does not say. */
export type UserDetail = {
  userId: string;
  displayName: string;
  isFollower: boolean;
  /** Under 18. */
  isMinor: boolean;
  /** As Zalo prints it: dd/MM/yyyy. */
  lastInteractionDay: string;
  /** Only what the resident has shared on request. */
  shared: { name: string; phone: string; address: string };
};

/** An official account as Zalo sees it. `type` 2 is a business, 4 a state agency. */
export type OaInfo = {
  oaId: string;
  name: string;
  type: number;
  isVerified: boolean;
  packageName: string;
  /** As Zalo prints it: dd/MM/yyyy. */
  packageValidUntil: string;
};

/** Reads the answer of `user/detail`. Throws ZaloApiError when it has not the documented shape. */
export function toUserDetail(answer: ZaloAnswer): UserDetail {
  const parsed = userSchema.safeParse(answer);
  if (!parsed.success) throw unreadableAnswer(200);
  const { data } = parsed.data;
  const { name = '', phone = '', address = '' } = data.shared_info ?? {};
  return {
    userId: data.user_id,
    displayName: data.display_name,
    isFollower: data.user_is_follower,
    isMinor: data.is_sensitive,
    lastInteractionDay: data.user_last_interaction_date,
    shared: { name, phone, address },
  };
}

/** Reads the answer of `getoa`. Throws ZaloApiError when it has not the documented shape. */
export function toOaInfo(answer: ZaloAnswer): OaInfo {
  const parsed = oaSchema.safeParse(answer);
  if (!parsed.success) throw unreadableAnswer(200);
  const { data } = parsed.data;
  return {
    oaId: data.oa_id ?? data.oaid ?? '',
    name: data.name,
    type: data.oa_type,
    isVerified: data.is_verified,
    packageName: data.package_name,
    packageValidUntil: data.package_valid_through_date,
  };
}
