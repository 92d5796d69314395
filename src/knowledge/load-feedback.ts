import type { z } from 'zod';
import type { WorkingCalendar } from '../model/calendar.ts';
import { emptyPolicy, type FeedbackPolicy } from '../model/feedback.ts';
import { calendarOf, calendarYearSchema, weekOf, workingWeekSchema } from './calendar.ts';
import {
  type CommuneFeedback,
  communeFeedbackSchema,
  type FeedbackSettings,
  feedbackSchemas,
  settingsSchema,
} from './feedback.ts';
import type { FolderReader } from './folder-reader.ts';

/** How reports are handled, and when the offices work. */
export type Feedback = { feedback: FeedbackPolicy; calendar: WorkingCalendar };

/** Reads `feedback/` and `calendar/`, which all communes share. A file that is missing leaves its part empty. */
export async function readSharedFeedback(reader: FolderReader): Promise<Feedback> {
  const { limits, messages, fields, settings } = feedbackSchemas;
  const replies = feedbackSchemas['reply-templates'];
  const years = await reader.readAll(/^calendar\/\d{4}\.json$/, calendarYearSchema);
  const hours = await optional(reader, 'calendar/working-week.json', workingWeekSchema);
  const texts = await optional(reader, 'feedback/messages.json', messages);
  const set = settingsWith(emptyPolicy, await optional(reader, 'feedback/settings.json', settings));
  return {
    feedback: {
      ...emptyPolicy,
      ...set,
      limits: (await optional(reader, 'feedback/limits.json', limits))?.limits ?? [],
      messages: texts?.messages ?? [],
      fields: (await optional(reader, 'feedback/fields.json', fields))?.fields ?? [],
      replyTemplates:
        (await optional(reader, 'feedback/reply-templates.json', replies))?.replyTemplates ?? [],
    },
    calendar: {
      ...calendarOf(years, hours && weekOf(hours.week)),
      unconfirmedDays: set.unconfirmedDays,
    },
  };
}

/** The shared rules with what the commune does in its own way, from `communes/<slug>/feedback.json`. */
export async function readCommuneFeedback(
  reader: FolderReader,
  slug: string,
  shared: Feedback,
): Promise<Feedback> {
  const own = await optional(reader, `communes/${slug}/feedback.json`, communeFeedbackSchema);
  if (own?.status !== 'published') return shared;
  const feedback = withOwn(shared.feedback, own);
  const { unconfirmedDays } = feedback;
  const calendar = { ...shared.calendar, unconfirmedDays };
  return {
    feedback,
    calendar:
      own.workingHours === undefined ? calendar : { ...calendar, week: weekOf(own.workingHours) },
  };
}

function withOwn(shared: FeedbackPolicy, own: CommuneFeedback): FeedbackPolicy {
  return {
    ...shared,
    ...settingsWith(shared, own),
    limits: nearerFirst(own.limits, shared.limits),
    // The first that fits is sent, so the commune's own stand in front.
    messages: [...own.messages, ...shared.messages],
    fields: own.fields ?? shared.fields,
    replyTemplates: nearerFirst(own.replyTemplates, shared.replyTemplates),
  };
}

function nearerFirst<T extends { id: string }>(own: readonly T[], shared: readonly T[]): T[] {
  return [...own, ...shared.filter(({ id }) => own.every((one) => one.id !== id))];
}

/** The settings with those of a file on top; whatever else the file holds is left out. */
function settingsWith(base: FeedbackSettings, file: object = {}): FeedbackSettings {
  return settingsSchema.parse({ ...base, ...file });
}

function optional<T>(
  reader: FolderReader,
  file: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  return reader.files.includes(file) ? reader.read(file, schema) : Promise.resolve(undefined);
}
