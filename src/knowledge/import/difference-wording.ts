import type { Fact } from './draft.ts';
import type { Change } from './difference.ts';

const LABELS: Readonly<Record<Fact, string>> = {
  fees: 'Phí, lệ phí',
  exemptions: 'Miễn, giảm',
  times: 'Thời hạn',
  name: 'Tên thủ tục',
  decision: 'Quyết định công bố',
  papers: 'Giấy tờ',
  channels: 'Cách nộp',
  legalBasis: 'Căn cứ pháp lý',
  page: 'Trang thủ tục',
  byCode: 'Trang theo mã',
};

/** Facts with many values: what is gone and what is new, a line each. */
const LISTS: readonly Fact[] = ['papers', 'legalBasis'];

const LIST_LIMIT = 8;

/** A change as the operator reads it: "Thời hạn: 3 ngày làm việc → 5 ngày làm việc". */
export function changeLines({ fact, before, after }: Change): string[] {
  const label = LABELS[fact];
  if (LISTS.includes(fact)) {
    return [
      `${label}:`,
      ...listed(before).map((text) => `  bớt: ${text}`),
      ...listed(after).map((text) => `  thêm: ${text}`),
    ];
  }
  return [`${label}: ${before.join('; ') || 'không ghi'} → ${after.join('; ') || 'không ghi'}`];
}

function listed(texts: readonly string[]): string[] {
  if (texts.length <= LIST_LIMIT) return [...texts];
  const shown = texts.slice(0, LIST_LIMIT);
  return [...shown, `… và ${texts.length - LIST_LIMIT} mục nữa, xem trong bản nháp`];
}
