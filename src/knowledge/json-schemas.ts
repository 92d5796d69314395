import { z } from 'zod';
import { answerSchema } from './answer.ts';
import { calendarYearSchema, workingWeekSchema } from './calendar.ts';
import { communeSchema } from './commune.ts';
import { examplesSchema } from './examples.ts';
import { communeFeedbackSchema, feedbackSchemas } from './feedback.ts';
import { overrideSchema } from './override.ts';
import { planSchema } from './plan.ts';
import { procedureSchema } from './procedure.ts';
import { vocabularySchemas } from './vocabulary.ts';

/** The JSON Schema of each kind of knowledge file, ready to write, by name. */
export function jsonSchemas(): Record<string, string> {
  const schemas = {
    procedure: procedureSchema,
    plan: planSchema,
    answer: answerSchema,
    commune: communeSchema,
    override: overrideSchema,
    ...vocabularySchemas,
    examples: examplesSchema,
    'calendar-year': calendarYearSchema,
    'working-week': workingWeekSchema,
    'commune-feedback': communeFeedbackSchema,
    ...Object.fromEntries(
      Object.entries(feedbackSchemas).map(([name, schema]) => [`feedback-${name}`, schema]),
    ),
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
    ]),
  );
}
