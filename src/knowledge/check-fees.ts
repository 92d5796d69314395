import { dayAfter, daysBetween, formatDay } from '../lib/clock.ts';
import { isInForce } from './knowledge.ts';
import type { Finding } from './problem.ts';
import type { Fee, Procedure } from './procedure.ts';

/** How many days ahead staff want to hear that something runs out. */
export const SOON_DAYS = 60;

type Charged = Pick<Procedure, 'source'> & { fees?: readonly Fee[] | undefined };

/** Fees that run out with nothing in their place, and amounts that nobody can trace. */
export function checkFees(record: Charged, today: string): Finding[] {
  return [...expiringFees(record.fees ?? [], today), ...unsourcedFees(record)];
}

/** "31/12/2026 (còn 40 ngày)". */
export function withDaysLeft(day: string, today: string): string {
  return `${formatDay(day)} (còn ${daysBetween(today, day)} ngày)`;
}

function expiringFees(all: readonly Fee[], today: string): Finding[] {
  return all.flatMap((fee, i): Finding[] => {
    const { effectiveTo, what } = fee;
    if (effectiveTo === undefined || daysBetween(today, effectiveTo) > SOON_DAYS) return [];
    const path = `fees[${i}].effectiveTo`;
    if (effectiveTo < today)
      return all.some((one) => takesOver(one, fee, today)) ? [] : [ranOut(path, fee)];
    const next = all.find((one) => takesOver(one, fee, dayAfter(effectiveTo)));
    const message = `Khoản "${what}" chỉ áp dụng đến hết ngày ${withDaysLeft(effectiveTo, today)}`;
    return next === undefined
      ? [
          {
            severity: 'warning',
            path,
            message: `${message}, sau đó chưa ghi mức nào.`,
            remedy: 'Tìm mức thu mới ở nguồn và ghi thêm một khoản có effectiveFrom.',
          },
        ]
      : [
          {
            severity: 'info',
            path,
            message: `${message}, sau đó bot dùng mức đã ghi sẵn.`,
            remedy: 'Trước ngày đó, xem lại nguồn xem mức mới có đổi không.',
          },
        ];
  });
}

function ranOut(path: string, { what, effectiveTo = '' }: Fee): Finding {
  return {
    severity: 'warning',
    path,
    message: `Khoản "${what}" đã hết áp dụng sau ngày ${formatDay(effectiveTo)} mà chưa có mức thay.`,
    remedy: 'Ghi mức thu hiện nay theo nguồn; không còn thu thì xóa khoản này.',
  };
}

/** Whether one fee is what residents pay on that day in place of another. */
function takesOver(one: Fee, other: Fee, day: string): boolean {
  const isSameWay = one.channel === other.channel || one.channel === 'any';
  return one !== other && isSameWay && one.who === other.who && isInForce(one, day);
}

function unsourcedFees({ fees: all = [], source }: Charged): Finding[] {
  if (source.url !== null) return [];
  return all.flatMap((fee, i): Finding[] =>
    fee.kind !== 'fixed' || (fee.basis !== undefined && fee.basis.trim() !== '')
      ? []
      : [
          {
            severity: 'warning',
            path: `fees[${i}].basis`,
            message: `Khoản "${fee.what}" có số tiền nhưng không có căn cứ.`,
            remedy: 'Ghi số văn bản vào basis, hoặc địa chỉ trang nguồn vào source.url.',
          },
        ],
  );
}
