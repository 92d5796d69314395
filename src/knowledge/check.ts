import type { Loaded } from './load.ts';
import type { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';
import { answerSchema } from './answer.ts';
import { checkExamples } from './check-examples.ts';
import { communeSchema } from './commune.ts';
import { overrideSchema } from './override.ts';
import { procedureSchema } from './procedure.ts';
import { fold } from '../lib/fold.ts';

/** Names of offices that no longer exist since 01/07/2025 and must not be named as a place to go. */
const ABOLISHED_OFFICES =
  /ubnd (cap )?(huyen|quan|thi xa)\b|uy ban nhan dan (cap )?(huyen|quan|thi xa)\b|cong an (cap )?(huyen|quan)\b|phong (ldtbxh|lao dong)/;

const NATIONAL = 'procedures/';
const OWN = /^(?:communes|provinces)\/[^/]+\/procedures\//;
const OVERRIDE = /^(?:communes|provinces)\/[^/]+\/overrides\//;
const COMMUNE = /^communes\/[^/]+\/commune\.json$/;
const EXAMPLES = 'examples/';
const ANSWER = /(?:^|\/)answers\//;

/** Problems that no single file shows alone: broken references, forbidden places, blanks the commune must fill. */
export function checkKnowledge({ knowledge, records }: Loaded): Problem[] {
  const all = knowledge.procedures;
  const problems = [...records].flatMap(([file, record]) => {
    if (file.startsWith(NATIONAL) || OWN.test(file)) return checkProcedureFile(file, record, all);
    if (OVERRIDE.test(file)) return checkOverride(file, record, { all, records });
    if (ANSWER.test(file)) return checkAnswer(file, record, all);
    if (file.startsWith(EXAMPLES)) return checkExamples(file, record, knowledge);
    if (COMMUNE.test(file)) return blanksOf(file, communeSchema.safeParse(record).data ?? {}, '');
    return [];
  });
  return [...problems, ...duplicateCodes(records)];
}

function checkProcedureFile(file: string, record: unknown, all: Procedures): Problem[] {
  const { data } = procedureSchema.safeParse(record);
  return data === undefined ? [] : checkProcedure(file, data, all);
}

/** A code that nobody has would leave the local rule without effect, and nobody would notice. */
function checkOverride(
  file: string,
  record: unknown,
  { all, records }: { all: Procedures; records: Loaded['records'] },
): Problem[] {
  const { data } = overrideSchema.safeParse(record);
  if (data === undefined || all.has(data.overrides)) return [];
  if (isOwnCode(data.overrides, file, records)) return [];
  return [
    problem(file, 'overrides', `Mã ${data.overrides} không có trong danh mục của xã.`, {
      remedy: 'Sửa lại mã; thủ tục riêng của xã thì đặt trong thư mục procedures bên cạnh.',
    }),
  ];
}

/** Whether the place of an override, or a province above it, has a procedure with this code of its own. */
function isOwnCode(code: string, file: string, records: Loaded['records']): boolean {
  const [place = ''] = file.split('/overrides/');
  return [...records].some(([other, record]) => {
    const isNear = other.startsWith(`${place}/`) || other.startsWith('provinces/');
    return isNear && OWN.test(other) && procedureSchema.safeParse(record).data?.code === code;
  });
}

function checkAnswer(file: string, record: unknown, all: Procedures): Problem[] {
  const { data } = answerSchema.safeParse(record);
  if (data === undefined) return [];
  return [
    ...missingCodes(file, 'procedures', data.procedures, all),
    ...data.unconfirmed.map((text, i) => unconfirmed(file, i, text)),
  ];
}

type Procedures = ReadonlyMap<string, Procedure>;

function checkProcedure(file: string, procedure: Procedure, all: Procedures): Problem[] {
  const problems = [
    ...missingCodes(file, 'related', procedure.related, all),
    ...missingCodes(file, 'replacedBy', procedure.replacedBy, all),
    ...misnamed(file, procedure),
  ];
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

/** National files lie in the folder of their field; a place's own lie side by side. */
function misnamed(file: string, { field, code }: Procedure): Problem[] {
  const folder = file.startsWith(NATIONAL)
    ? `procedures/${field}`
    : file.slice(0, file.lastIndexOf('/'));
  if (file.startsWith(`${folder}/${code}-`)) return [];
  return [
    problem(file, 'code', `Tên tệp không khớp mã ${code} và lĩnh vực ${field}.`, {
      remedy: `Đổi thành ${folder}/${code}-<tên-ngắn>.json.`,
    }),
  ];
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
        remedy: 'Điền thông tin thật của xã; chưa có thì để nguyên.',
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
