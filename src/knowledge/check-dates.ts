import { z } from 'zod';
import { daysBetween, formatDay } from '../lib/clock.ts';
import { checkFees, SOON_DAYS, withDaysLeft } from './check-fees.ts';
import { checkSuccessors } from './check-successors.ts';
import type { Loaded } from './load.ts';
import { planSchema } from './plan.ts';
import type { Finding, Problem } from './problem.ts';
import { procedureSchema } from './procedure.ts';
import { provenanceSchema } from './provenance.ts';

const STALE_DAYS = 180;

const { fees, documents, processingTime } = procedureSchema.shape;

/** What records of any kind say about time. Whatever else they hold is left out. */
const datedSchema = z.object({
  ...provenanceSchema,
  fees: fees.optional(),
  documents: documents.optional(),
  processingTime: processingTime.optional(),
  period: planSchema.shape.period.optional(),
});

type Dated = z.infer<typeof datedSchema>;

/** What time does to sound records: what runs out, what nobody compared with its source, who succeeds whom. */
export function checkDates({ records }: Loaded, today: string): Problem[] {
  const problems = [...records].flatMap(([file, record]) => {
    const { data } = datedSchema.safeParse(record);
    if (data?.status !== 'published') return [];
    const findings = [
      ...expiry(data, today),
      ...age(data, today),
      ...checkFees(data, today),
      ...waivers(data, today),
      ...unitlessTimes(data),
      ...finishedPlan(data, today),
    ];
    return findings.map((finding) => ({ ...finding, file }));
  });
  return [...problems, ...checkSuccessors(records)];
}

function expiry({ effectiveTo }: Dated, today: string): Finding[] {
  if (effectiveTo === undefined || daysBetween(today, effectiveTo) > SOON_DAYS) return [];
  const isOver = effectiveTo < today;
  return [
    {
      severity: 'warning',
      path: 'effectiveTo',
      message: isOver
        ? `Đã hết hiệu lực sau ngày ${formatDay(effectiveTo)}, bot không còn dùng.`
        : `Chỉ có hiệu lực đến hết ngày ${withDaysLeft(effectiveTo, today)}, sau đó bot không dùng nữa.`,
      remedy: isOver
        ? 'Cập nhật theo nguồn; đã bị thay thế thì đổi status thành "abolished" và ghi replacedBy.'
        : 'Xem nguồn: được kéo dài thì sửa effectiveTo; có bản thay thế thì ghi sẵn bản mới.',
    },
  ];
}

function age({ checkedOn }: Dated, today: string): Finding[] {
  const days = daysBetween(checkedOn, today);
  if (days < STALE_DAYS) return [];
  return [
    {
      severity: 'warning',
      path: 'checkedOn',
      message: `Đã ${days} ngày chưa đối chiếu với nguồn (lần gần nhất ${formatDay(checkedOn)}).`,
      remedy: 'Đối chiếu lại, rồi ghi ngày vào checkedOn và tên vào checkedBy.',
    },
  ];
}

/** Papers that need not be handed in until a day: that day matters, not each paper. */
function waivers({ documents: groups = [] }: Dated, today: string): Finding[] {
  const days = groups
    .flatMap(({ items }) => items)
    .flatMap(({ need, until: last }) => (need === 'not-needed' && last !== undefined ? [last] : []))
    .filter((last) => daysBetween(today, last) <= SOON_DAYS)
    .sort();
  const [first] = days;
  if (first === undefined) return [];
  return [
    {
      severity: 'warning',
      path: 'documents',
      message:
        first < today
          ? `${days.length} giấy tờ có thời hạn không phải nộp đã qua hoặc sắp hết (sớm nhất ${formatDay(first)}).`
          : `${days.length} giấy tờ chỉ được miễn nộp đến hết ngày ${withDaysLeft(first, today)}.`,
      remedy: 'Xem nguồn: còn miễn thì sửa until; hết miễn thì đổi need thành "submit".',
    },
  ];
}

function unitlessTimes({ processingTime: times = [] }: Dated): Finding[] {
  const count = times.filter(({ value, unit }) => value !== null && unit === null).length;
  if (count === 0) return [];
  return [
    {
      severity: 'warning',
      path: 'processingTime',
      message: `${count} thời hạn có số nhưng không ghi ngày hay giờ.`,
      remedy: 'Hỏi lại nguồn hoặc văn bản rồi ghi unit; không tự đoán.',
    },
  ];
}

function finishedPlan({ period }: Dated, today: string): Finding[] {
  if (period === undefined || period.to >= today) return [];
  return [
    {
      severity: 'info',
      path: 'period',
      message: `Kế hoạch đã kết thúc ngày ${formatDay(period.to)}.`,
      remedy: 'Có kế hoạch mới thì thêm tệp mới; bản này vẫn trả lời được câu hỏi về năm cũ.',
    },
  ];
}
