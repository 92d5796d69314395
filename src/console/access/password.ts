import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Gate } from '../../lib/gate.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

export const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** OWASP's choice for 32 MB: about a quarter of a second on a cheap machine. Kept with each hash, so it can grow. */
export const PASSWORD_COST = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** At most two at a time: ten people signing in at eight o'clock must not take the bot's memory. */
const gate = new Gate(2);

/** What one guess costs whoever guesses: see scrypt. */
export type PasswordCost = typeof PASSWORD_COST;

/** What is kept of a password: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string, cost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the one that was kept. Without one it takes as long (`cost`), and is wrong. */
export async function isPassword(
  password: string,
  kept: string | undefined,
  cost = PASSWORD_COST,
): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (kept ?? nobodys(cost)).split('$');
  const ownCost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), ownCost);
  const isSame = given.length === expected.length && timingSafeEqual(given, expected);
  return isSame && kept !== undefined;
}

/** Has the shape of a kept password and is nobody's. */
function nobodys({ N, r, p }: PasswordCost): string {
  return `scrypt$${N}$${r}$${p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
}

function derive(password: string, salt: Buffer, { N, r, p }: PasswordCost): Promise<Buffer> {
  const maxmem = 256 * N * r; // twice what it takes; the default refuses this cost
  // Keyboards compose Vietnamese in two ways: the same word must be the same password.
  const text = password.normalize('NFKC');
  return gate.run(
    () =>
      new Promise((resolve, reject) => {
        scrypt(text, salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );
}

/** Why a password is too easy to guess, in words for the person who chose it; undefined when it may be used. */
export function passwordProblem(password: string, login: string): string | undefined {
  const text = password.normalize('NFKC').toLowerCase();
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  const { length } = Array.from(text);
  if (length < SHORTEST_PASSWORD) {
    return `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự. Có thể dùng một câu dễ nhớ, có dấu cách.`;
  }
  if (length > LONGEST_PASSWORD) return `Mật khẩu không dài quá ${LONGEST_PASSWORD} ký tự.`;
  if (COMMON_PASSWORDS.has(letters) || new Set(text).size < 4 || isRow(text)) {
    return 'Mật khẩu này nhiều người dùng, rất dễ đoán. Anh/chị chọn câu khác.';
  }
  const isLogin = letters.includes(login.replace(/[^\p{L}\p{N}]/gu, ''));
  return isLogin ? 'Mật khẩu không được chứa tên đăng nhập.' : undefined;
}

/** Whether every character is the one after, or before, the one in front of it: 1234567890, zyxwvu…. */
function isRow(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  const [first] = steps;
  return (
    (first === 1 || first === -1) && steps.every((step) => step === first || step === -9 * first)
  );
}
