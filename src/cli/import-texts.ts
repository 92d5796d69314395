import { changeLines } from '../knowledge/import/difference-wording.ts';
import type { Change } from '../knowledge/import/difference.ts';
import type { Procedure } from '../knowledge/procedure.ts';
import { duration, feeAmount, feeScope, timeScope } from '../knowledge/procedure-wording.ts';

/** How many results of an import ended how. `kept`: a draft that a person works on was left alone. */
export type Tally = Record<'new' | 'changed' | 'same' | 'kept' | 'refused', number>;

/** What is known of a code that the knowledge folder does not have yet. */
export function newLines({
  code,
  name,
  fees,
  processingTime,
  documents,
  unknown,
}: Procedure): string[] {
  const papers = documents.flatMap(({ items }) => items).length;
  return [
    `${code} ${name}: thủ tục mới`,
    ...fees.map((fee) => `  Phí, lệ phí: ${scoped(feeAmount(fee), feeScope(fee))}`),
    ...processingTime.map(
      (time) =>
        `  Thời hạn: ${scoped(time.value === null ? (time.note ?? '') : duration(time), timeScope(time))}`,
    ),
    ...(papers > 0 ? [`  Giấy tờ: ${papers} loại`] : []),
    ...(unknown.length > 0 ? [`  Cần xem: ${unknown.join(' ')}`] : []),
  ];
}

/** What an import says otherwise than the record that stands; `changes` is undefined when that cannot be read. */
export function changedLines(
  { code, name, unknown }: Procedure,
  against: {
    file: string;
    standing: Procedure | undefined;
    changes: readonly Change[] | undefined;
  },
): string[] {
  const { file, standing, changes } = against;
  const heading = `${code} ${name} (đang có ${file})`;
  if (changes === undefined) {
    return [
      heading,
      '  Tệp đang có bị hỏng nên chưa so được; chạy "npm run --silent cli -- check".',
    ];
  }
  if (changes.length === 0) return [`${heading}: không đổi`];
  return [
    heading,
    ...(standing?.status === 'abolished' ? ['  Lưu ý: bản đang có ghi là đã bãi bỏ.'] : []),
    ...changes.flatMap(changeLines).map((line) => `  ${line}`),
    ...(unknown.length > 0 ? [`  Cần xem: ${unknown.join(' ')}`] : []),
  ];
}

/** The count, and what the operator does next. */
export function closingLines(tally: Tally, isDryRun: boolean): string[] {
  const { new: fresh, changed, same, kept, refused } = tally;
  const counts =
    `${fresh} thủ tục mới, ${changed} có thay đổi, ${same} không đổi` +
    (kept > 0 ? `, ${kept} bản nháp đang có người làm` : '') +
    (refused > 0 ? `; ${refused} chỗ không nhập được (dòng có dấu ✖)` : '');
  return ['', `${counts}.`, ...(isDryRun ? DRY_RUN : nextSteps(fresh, changed))];
}

const DRY_RUN = ['Chạy thử nên chưa ghi gì. Bỏ --dry-run để ghi bản nháp.'];

function nextSteps(fresh: number, changed: number): string[] {
  const forNew = [
    'Bản nháp mới chưa hiện cho người dân. Mở tệp, đối chiếu nguồn, viết lại summary, aliases, steps cho dễ hiểu;',
    'xong thì ghi tên mình vào checkedBy và đổi status thành "published".',
  ];
  const forChanged = [
    'Bản đang dùng giữ nguyên. So với bản trong drafts/, sửa bản đang dùng chỗ nào nguồn đã đổi,',
    'ghi lại checkedOn và checkedBy, rồi xóa tệp trong drafts/.',
  ];
  if (fresh + changed === 0) return [];
  return [
    'Việc tiếp theo:',
    ...[...(fresh > 0 ? forNew : []), ...(changed > 0 ? forChanged : [])],
    'Sau cùng chạy: npm run --silent cli -- check',
  ];
}

function scoped(text: string, scope: string): string {
  return scope === '' ? text : `${text} (${scope})`;
}
