import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A number of 18 digits, as Zalo gives residents: above 2^53, so a program that treats it as a number fails. */
export function randomUserId(): string {
  return `${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`;
}

/** A message, attachment or picture id as Zalo prints them: hexadecimal. */
export function randomHexId(): string {
  return randomBytes(10).toString('hex');
}

/** A secret or token. */
export function randomSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** The invented OA id of a commune, 19 digits; the same at every start, so that stored tickets stay its own. */
export function oaIdFor(slug: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(slug).digest('hex')}`) % 10n ** 18n;
  return `4${digits.toString().padStart(18, '0')}`;
}
