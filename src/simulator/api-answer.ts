/** Zalo's words for its codes, as its documents print them, spelling included (facts/zalo.md 4.5). */
const MESSAGES = {
  [-32]: 'Your application reached limit call api',
  [-100]: 'attachment_id was expired',
  [-201]: 'Parameter is invalid!',
  [-210]: 'Parameter exceeds allowable limit',
  [-213]: 'User has not followed OA',
  [-216]: 'Access token is invalid',
  [-220]: 'access_token is expired or removed',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-232]: 'User has not interacted with the OA, or the last interaction has expired',
  [-233]: 'message type is invalid or not support',
  [-240]: 'MessageV2 API has been shut down, please switch to MessageV3',
  [-244]: 'User has restricted this message type from your OA',
  [-320]: 'Your app needs Zalo Cloud Account',
  [-321]: 'Zalo Cloud Account is out of money',
} as const satisfies Record<number, string>;

/** A body of the OpenAPI. Errors have no `data` and travel with HTTP 200 like success. */
export type ApiBody = { error: number; message: string; data?: unknown };

/** A refusal with Zalo's own words. For -201 the name of the wrong field is given. */
export function refusal(code: keyof typeof MESSAGES, field?: string): ApiBody {
  return { error: code, message: field === undefined ? MESSAGES[code] : `${field} is invalid!` };
}

/** Any code, for faults that are played. */
export function anyRefusal(code: number): ApiBody {
  const known = Object.entries(MESSAGES).find(([one]) => one === String(code));
  return { error: code, message: known?.[1] ?? 'Simulated error' };
}

/** A success. */
export function success(data: unknown): ApiBody {
  return { data, error: 0, message: 'Success' };
}
