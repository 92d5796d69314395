import type { FieldChange } from '../knowledge/record-diff.ts';
import type { Version } from '../knowledge/versions.ts';
import { formatDay } from '../lib/clock.ts';

const COMMAND = 'npm run --silent cli -- history';

/** What the parts of a record are called, by their name in the file. */
const PARTS = new Map(
  Object.entries({
    status: 'Tình trạng',
    source: 'Nguồn',
    checkedOn: 'Ngày đối chiếu',
    checkedBy: 'Người đối chiếu',
    effectiveFrom: 'Có hiệu lực từ',
    effectiveTo: 'Hết hiệu lực',
    name: 'Tên',
    shortName: 'Tên ngắn',
    title: 'Tên',
    field: 'Lĩnh vực',
    aliases: 'Cách gọi thường ngày',
    summary: 'Tóm tắt',
    agency: 'Nơi nộp, nơi giải quyết',
    deadline: 'Hạn phải làm',
    steps: 'Các bước',
    documents: 'Giấy tờ',
    fees: 'Phí, lệ phí',
    feeExemptions: 'Miễn, giảm',
    processingTime: 'Thời hạn',
    channels: 'Cách nộp',
    onlineLevel: 'Mức trực tuyến',
    links: 'Đường dẫn',
    result: 'Kết quả',
    conditions: 'Điều kiện',
    notes: 'Lưu ý',
    warnings: 'Lời nhắc',
    legalBasis: 'Căn cứ pháp lý',
    related: 'Thủ tục liên quan',
    replacedBy: 'Thủ tục thay thế',
    answer: 'Câu trả lời',
    tasks: 'Nhiệm vụ',
    period: 'Thời gian của kế hoạch',
    office: 'Trụ sở',
    serviceCentre: 'Trung tâm Phục vụ hành chính công',
    police: 'Công an xã',
    leaders: 'Lãnh đạo',
    departments: 'Phòng, ban',
    feedbackChannels: 'Nơi nhận phản ánh',
    entries: 'Mục từ',
  }),
);

/** The versions of a file, numbered; the one that equals the file as it is gets a mark. */
export function listLines(
  file: string,
  versions: readonly Version[],
  standing: string | undefined,
): string[] {
  const current = versions.findLast(({ hash }) => hash === standing);
  const isNewest = current !== undefined && current === versions.at(-1);
  return [
    `${file}: ${versions.length} bản đã lưu`,
    ...versions.map((version, i) => {
      const mark = version === current && standing !== undefined ? '  ← giống tệp đang có' : '';
      return `  ${i + 1}. ${timeOf(version)}  ${version.hash ?? 'tệp bị xóa'}${mark}`;
    }),
    ...(isNewest ? [] : ['  Tệp đang có khác bản mới nhất: chưa được lưu, hoặc đang bị lỗi.']),
    `So sánh: ${COMMAND} diff ${file} [bản] [bản]`,
    `Khôi phục: ${COMMAND} restore ${file} <bản>`,
  ];
}

/** How a version is spoken of: "bản 2 (21/11/2026 09:00:00)". */
export function nameOfVersion(version: Version, versions: readonly Version[]): string {
  return `bản ${versions.indexOf(version) + 1} (${timeOf(version)})`;
}

/** The differences, each with what was and what is. */
export function diffLines(heading: string, changes: readonly FieldChange[]): string[] {
  if (changes.length === 0) return [heading, '  Nội dung như nhau.'];
  return [heading, ...changes.flatMap(changeLines)];
}

/** That a version is back, and what to do next. */
export function restoredLines(
  file: string,
  name: string,
  brokenCopy: string | undefined,
): string[] {
  return [
    `Đã khôi phục ${file} về ${name}.`,
    ...(brokenCopy === undefined ? [] : [`Nội dung đang bị lỗi được cất ở ${brokenCopy}.`]),
    'Chương trình đang chạy sẽ dùng bản này sau vài giây.',
    'Việc tiếp theo: chạy "npm run --silent cli -- check", rồi hỏi thử bot một câu.',
    `Muốn quay lại: xem ${COMMAND} list ${file}`,
  ];
}

function changeLines({ path, before, after }: FieldChange): string[] {
  const part = /^[^.[]*/.exec(path)?.[0] ?? path;
  const label = PARTS.get(part);
  const place = path === '' ? 'Cả tệp' : label === undefined ? path : `${label} (${path})`;
  if (before === undefined) return [`  ${place}`, `    thêm: ${after ?? ''}`];
  if (after === undefined) return [`  ${place}`, `    bớt:  ${before}`];
  return [`  ${place}`, `    cũ:   ${before}`, `    mới:  ${after}`];
}

function timeOf({ stamp }: Version): string {
  const [day = '', time = ''] = stamp.split('T');
  return `${formatDay(day)} ${time.replaceAll('-', ':')}`;
}
