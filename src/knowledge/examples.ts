import { z } from 'zod';

/**
 * Whole questions as residents typed them, by what answers them: a procedure's code, an answer's id, "plan" for the
 * commune's plans, or what a resident wants to do ("report"). They are too long for another name of it; the search learns words from them.
 */
export const examplesSchema = z.strictObject({
  $schema: z.string().optional(),
  entries: z.record(
    z.string(),
    z.array(z.string().trim().min(1, { error: 'không được để trống' })),
  ),
});

/** Questions by the code or id of what answers them. */
export type Examples = ReadonlyMap<string, readonly string[]>;

/** The files put together: several may have examples of the same thing. */
export function joinExamples(files: readonly z.infer<typeof examplesSchema>[]): Examples {
  const joined = new Map<string, string[]>();
  for (const { entries } of files) {
    for (const [id, questions] of Object.entries(entries)) {
      joined.set(id, [...(joined.get(id) ?? []), ...questions]);
    }
  }
  return joined;
}
