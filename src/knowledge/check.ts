import type { Loaded } from './load.ts';
import type { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';
import { answerSchema } from './answer.ts';
import { communeSchema } from './commune.ts';
import { procedureSchema } from './procedure.ts';
import { fold } from '../lib/fold.ts';

/** Names of offices that no longer exist since 01/07/2025 and must not be named as a place to go. */
const ABOLISHED_OFFICES =
  /ubnd (cap )?(huyen|quan|thi xa)\b|uy ban nhan dan (cap )?(huyen|quan|thi xa)\b|cong an (cap )?(huyen|quan)\b|phong (ldtbxh|lao dong)/;

/** Problems that no single file shows alone: broken references, forbidden places, blanks the commune must fill. */
export function checkKnowledge({ knowledge, records }: Loaded): Problem[] {
  const problems: Problem[] = [];
  for (const [file, record] of records) {
    const procedure = procedureSchema.safeParse(record);
    if (procedure.success) {
      problems.push(...checkProcedure(file, procedure.data, knowledge.procedures));
      continue;
    }
    const commune = communeSchema.safeParse(record);
    if (commune.success) problems.push(...blanksOf(file, commune.data, ''));
    const answer = answerSchema.safeParse(record);
    if (answer.success) {
      problems.push(
        ...missingCodes(file, 'procedures', answer.data.procedures, knowledge.procedures),
      );
      problems.push(...answer.data.unconfirmed.map((text, i) => unconfirmed(file, i, text)));
    }
  }
  return [...problems, ...duplicateCodes(records)];
}

type Procedures = ReadonlyMap<string, Procedure>;

function checkProcedure(file: string, procedure: Procedure, all: Procedures): Problem[] {
  const problems = [
    ...missingCodes(file, 'related', procedure.related, all),
    ...missingCodes(file, 'replacedBy', procedure.replacedBy, all),
  ];
  if (!file.includes(`/${procedure.field}/${procedure.code}-`)) {
    problems.push(
      problem(
        file,
        'code',
        `Tên tệp không khớp mã ${procedure.code} và lĩnh vực ${procedure.field}.`,
        {
          remedy: `Đổi thành procedures/${procedure.field}/${procedure.code}-<tên-ngắn>.json.`,
        },
      ),
    );
  }
  if (procedure.status === 'abolished' && procedure.replacedBy.length === 0) {
    problems.push(
      problem(file, 'replacedBy', 'Thủ tục đã bãi bỏ nhưng chưa ghi thủ tục thay thế.', {
        severity: 'warning',
        remedy: 'Ghi mã thủ tục thay thế, nếu có.',
      }),
    );
  }
  if (procedure.depth === 'written' && procedure.aliases.length < 6) {
    problems.push(
      problem(file, 'aliases', `Mới có ${procedure.aliases.length} cách gọi thường ngày.`, {
        remedy: 'Thêm cho đủ ít nhất 6 cách người dân hay nói.',
      }),
    );
  }
  if (procedure.status === 'published') problems.push(...namesAbolishedOffice(file, procedure));
  return problems;
}

function namesAbolishedOffice(file: string, { agency, steps }: Procedure): Problem[] {
  const places = [agency.submitTo, agency.decidedBy, ...steps];
  return places
    .filter((place) => ABOLISHED_OFFICES.test(fold(place)))
    .map((place) =>
      problem(file, 'agency', `Nhắc tới cơ quan đã bỏ từ 01/07/2025: "${place}".`, {
        remedy: 'Thay bằng cơ quan cấp xã hoặc cấp tỉnh đang làm việc này.',
      }),
    );
}

function missingCodes(file: string, path: string, codes: readonly string[], all: Procedures) {
  return codes
    .filter((code) => !all.has(code))
    .map((code) =>
      problem(file, path, `Mã ${code} không có trong kiến thức.`, {
        severity: 'warning',
        remedy: 'Kiểm tra lại mã, hoặc thêm tệp cho thủ tục đó.',
      }),
    );
}

function unconfirmed(file: string, index: number, text: string): Problem {
  return problem(file, `unconfirmed[${index}]`, `Nguồn chưa xác nhận: ${text}`, {
    severity: 'warning',
    remedy: 'Hỏi lại nguồn chính thức; xác nhận rồi thì xóa dòng này.',
  });
}

function blanksOf(file: string, value: unknown, path: string): Problem[] {
  if (value === null) {
    return [
      problem(file, path, 'Chưa có thông tin.', {
        severity: 'todo',
        remedy: 'Điền thông tin thật của xã; chưa có thì cứ để null.',
      }),
    ];
  }
  if (typeof value !== 'object' || path.startsWith('source')) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    blanksOf(file, child, path === '' ? key : `${path}.${key}`),
  );
}

function duplicateCodes(records: ReadonlyMap<string, unknown>): Problem[] {
  const firstFile = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [file] of records) {
    const code = /^procedures\/.*\/(\d\.\d{6})-[^/]*\.json$/.exec(file)?.[1];
    if (code === undefined) continue;
    const first = firstFile.get(code);
    if (first === undefined) firstFile.set(code, file);
    else {
      problems.push(
        problem(file, 'code', `Mã ${code} đã có ở ${first}.`, {
          remedy: 'Giữ lại một tệp, xóa tệp kia.',
        }),
      );
    }
  }
  return problems;
}

function problem(
  file: string,
  path: string,
  message: string,
  { severity = 'error', remedy }: { severity?: Problem['severity']; remedy: string },
): Problem {
  return { severity, file, path, message, remedy };
}
