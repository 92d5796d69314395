import { FolderReader } from '../../src/knowledge/folder-reader.ts';
import { readSharedFeedback } from '../../src/knowledge/load-feedback.ts';

const reader = new FolderReader('knowledge', [
  'calendar/2026.json',
  'calendar/2027.json',
  'calendar/working-week.json',
  'feedback/fields.json',
  'feedback/limits.json',
  'feedback/messages.json',
  'feedback/reply-templates.json',
  'feedback/settings.json',
]);

/** The rules of reports and the calendar that the program is delivered with. */
export const { feedback: realPolicy, calendar: realCalendar } = await readSharedFeedback(reader);
if (reader.problems.length > 0) throw new Error(JSON.stringify(reader.problems));
