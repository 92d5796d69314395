import { daysBetween, formatDay } from '../lib/clock.ts';
import { TEMPLATE_NAMES } from '../model/feedback.ts';
import { TICKET_CATEGORIES } from '../model/ticket.ts';
import { calendarYearSchema, type CalendarYear } from './calendar.ts';
import { communeFeedbackSchema, feedbackSchemas } from './feedback.ts';
import type { Loaded } from './load.ts';
import type { Finding, Problem } from './problem.ts';

const YEAR_FILE = /^calendar\/(\d{4})\.json$/;
const NEXT_YEAR_FROM = '-10-01'; // the holidays of a year are announced in the last months before it

/** What is missing in the rules of reports and in the calendar, for a person to look up or to decide. */
export function checkFeedback({ records }: Loaded, today: string): Problem[] {
  const problems = [...records].flatMap(([file, record]) =>
    findingsIn(file, record, today).map((finding) => ({ ...finding, file })),
  );
  const years = [...records.keys()].flatMap((file) => YEAR_FILE.exec(file)?.slice(1) ?? []);
  return years.length === 0 ? problems : [...problems, ...missingYears(years.map(Number), today)];
}

function findingsIn(file: string, record: unknown, today: string): Finding[] {
  if (YEAR_FILE.test(file)) {
    const year = calendarYearSchema.safeParse(record);
    return year.success ? unconfirmedDays(year.data, today) : [];
  }
  if (file === 'feedback/messages.json') {
    const messages = feedbackSchemas.messages.safeParse(record);
    return messages.success ? missingMessages(messages.data.messages) : [];
  }
  const schema = file === 'feedback/limits.json' ? feedbackSchemas.limits : communeFeedbackSchema;
  if (file !== 'feedback/limits.json' && !/^communes\/[^/]+\/feedback\.json$/.test(file)) return [];
  const limits = schema.safeParse(record);
  return limits.success ? unconfirmedLimits(limits.data.limits) : [];
}

/** Days gone by need no confirming any more. */
function unconfirmedDays({ days }: CalendarYear, today: string): Finding[] {
  return days.flatMap(({ from, name, confirmed }, i) =>
    confirmed || daysBetween(today, from) < 0
      ? []
      : [
          {
            severity: 'warning',
            path: `days[${i}]`,
            message: `${formatDay(from)} (${name}) cần xác nhận: chưa có luật hoặc thông báo nghỉ chính thức.`,
            remedy:
              'Có thông báo thì sửa ngày, ghi source và đổi confirmed thành true; không nghỉ thì xóa. Trong lúc chờ, ' +
              'thời hạn tính theo mục unconfirmedDays của feedback/settings.json hoặc feedback.json của xã.',
          },
        ],
  );
}

type Limits = readonly { what: string; confirmed: boolean }[];

function unconfirmedLimits(limits: Limits): Finding[] {
  return limits.flatMap(({ what, confirmed }, i) =>
    confirmed
      ? []
      : [
          {
            severity: 'todo',
            path: `limits[${i}]`,
            message: `Thời hạn "${what}" chưa đối chiếu văn bản, nên bot chỉ nói "xã phấn đấu".`,
            remedy: 'Đối chiếu rồi ghi số văn bản vào basis và đổi confirmed thành true.',
          },
        ],
  );
}

type Messages = readonly { name: string; categories: readonly string[] }[];

/** A message that no row gives would silently not be sent. */
function missingMessages(messages: Messages): Finding[] {
  return TEMPLATE_NAMES.flatMap((name) => {
    const covered = new Set(
      messages.filter((one) => one.name === name).flatMap(({ categories }) => categories),
    );
    if (TICKET_CATEGORIES.every((category) => covered.has(category))) return [];
    return [
      {
        severity: 'warning',
        path: 'messages',
        message: `Chưa có lời cho việc "${name}" của mọi loại phản ánh.`,
        remedy: 'Thêm một dòng; không muốn gửi thì ghi "send": false.',
      },
    ];
  });
}

function missingYears(years: readonly number[], today: string): Problem[] {
  const year = Number(today.slice(0, 4));
  const wanted = today >= `${year}${NEXT_YEAR_FROM}` ? [year, year + 1] : [year];
  return wanted
    .filter((one) => !years.includes(one))
    .map((one) => ({
      severity: 'warning',
      file: `calendar/${one}.json`,
      path: '',
      message: `Chưa có lịch nghỉ lễ năm ${one}, nên thời hạn chưa trừ ngày lễ.`,
      remedy: 'Chép tệp của năm trước, sửa theo thông báo nghỉ lễ.',
    }));
}
