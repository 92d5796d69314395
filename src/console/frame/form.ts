import { z } from 'zod';

/** What is wrong with one field of a form, for the person who filled it in. */
export type Problem = { field: string; message: string };

export type FormResult<T> = { ok: true; value: T } | { ok: false; problems: readonly Problem[] };

/** Reads a form. Of a field sent twice the first counts, but for those in `lists`, where all do. */
export function readForm<T>(
  schema: z.ZodType<T>,
  form: URLSearchParams,
  lists: readonly string[] = [],
): FormResult<T> {
  const names = [...new Set([...form.keys(), ...lists])];
  const given = names.map((name) => [
    name,
    lists.includes(name) ? form.getAll(name) : form.get(name),
  ]);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    field: String(path[0] ?? ''),
    message,
  }));
  return { ok: false, problems };
}

/** A text that must be given. `what` begins the sentence that asks for it. */
export function requiredText(what: string, most: number) {
  return z
    .string({ error: `${what}.` })
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, { error: `${what}.` })
        .max(most, { error: tooLong(most) }),
    );
}

/** A text that may be left empty, which is `undefined` then. */
export function optionalText(most: number) {
  return z
    .string()
    .default('')
    .transform(cleanText)
    .pipe(z.string().max(most, { error: tooLong(most) }))
    .transform((text) => (text === '' ? undefined : text));
}

function tooLong(most: number): string {
  return `Không dài quá ${most} ký tự.`;
}

// Control characters but the end of a line, and the marks that turn the direction of what follows.
const UNSEEN = /[\u0000-\u0009\u000B-\u001F\u007F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text as people meant it: composed, with plain line ends, without characters that only deceive the eye. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .trim();
}
