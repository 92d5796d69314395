import { z } from 'zod';
import { answerSchema } from './answer.ts';
import { calendarYearSchema, workingWeekSchema } from './calendar.ts';
import { communeSchema } from './commune.ts';
import { examplesSchema } from './examples.ts';
import { communeFeedbackSchema, feedbackSchemas } from './feedback.ts';
import { overrideSchema } from './override.ts';
import { planSchema } from './plan.ts';
import { procedureSchema } from './procedure.ts';
import { vocabularyFile, vocabularySchemas } from './vocabulary.ts';

/** What each file must hold, by where it lies; the same places as the loader's. */
const PLACES: readonly (readonly [RegExp, z.ZodType])[] = [
  [/(^|\/)procedures\//, procedureSchema],
  [/(^|\/)overrides\//, overrideSchema],
  [/(^|\/)answers\//, answerSchema],
  [/^communes\/[^/]+\/plans\//, planSchema],
  [/^communes\/[^/]+\/commune\.json$/, communeSchema],
  [/^communes\/[^/]+\/feedback\.json$/, communeFeedbackSchema],
  [/^examples\//, examplesSchema],
  [/^calendar\/\d{4}\.json$/, calendarYearSchema],
  [/^calendar\/working-week\.json$/, workingWeekSchema],
  ...Object.entries(feedbackSchemas).map(
    ([name, schema]) => [new RegExp(`^feedback/${name}\\.json$`), schema] as const,
  ),
];

const VOCABULARY: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(vocabularySchemas).map(([name, schema]) => [vocabularyFile(name), schema]),
);

/** The schema of a knowledge file; one that lies nowhere we know may hold any JSON. */
export function schemaOf(file: string): z.ZodType {
  return VOCABULARY.get(file) ?? PLACES.find(([place]) => place.test(file))?.[1] ?? z.unknown();
}
