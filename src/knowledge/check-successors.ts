import { z } from 'zod';
import type { Loaded } from './load.ts';
import { type Procedure, procedureSchema } from './procedure.ts';
import type { Problem } from './problem.ts';

const { shape } = procedureSchema;
const linkedSchema = z.object({
  code: shape.code,
  status: shape.status,
  replacedBy: shape.replacedBy,
});

type Linked = Pick<Procedure, 'code' | 'status' | 'replacedBy'> & { file: string };
type ByCode = ReadonlyMap<string, Linked>;

/** Procedures that replace each other in a circle, and chains of successors that lead to nothing in use. */
export function checkSuccessors(records: Loaded['records']): Problem[] {
  const all = new Map<string, Linked>();
  for (const [file, record] of records) {
    const { data } = linkedSchema.safeParse(record);
    if (data !== undefined) all.set(data.code, { ...data, file });
  }
  const circles = findCircles(all);
  const inCircle = new Set(circles.flat());
  const lost = [...all.values()].filter((one) => isLost(one, all, inCircle));
  return [...circles.map((circle) => circleProblem(circle, all)), ...lost.map(lostProblem)];
}

/** Every circle once, beginning with its smallest code. */
function findCircles(all: ByCode): string[][] {
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (code: string, path: readonly string[]) => {
    const start = path.indexOf(code);
    if (start >= 0) {
      const circle = fromSmallest(path.slice(start));
      found.set(circle.join(' '), circle);
      return;
    }
    if (done.has(code)) return;
    for (const next of all.get(code)?.replacedBy ?? []) visit(next, [...path, code]);
    done.add(code);
  };
  for (const code of all.keys()) visit(code, []);
  return [...found.values()];
}

function fromSmallest(circle: readonly string[]): string[] {
  const smallest = circle.reduce((one, other) => (other < one ? other : one));
  const at = circle.indexOf(smallest);
  return [...circle.slice(at), ...circle.slice(0, at)];
}

/** Whether a record sends residents on to successors of which none is in use. A code without a file is told elsewhere. */
function isLost(record: Linked, all: ByCode, inCircle: ReadonlySet<string>): boolean {
  if (record.status === 'draft' || !record.replacedBy.some((code) => all.has(code))) return false;
  const reached = reachedFrom(record, all);
  return ![...reached].some((code) => inCircle.has(code) || isEnd(all.get(code)));
}

function isEnd(record: Linked | undefined): boolean {
  return record?.status === 'published' && record.replacedBy.length === 0;
}

function reachedFrom({ replacedBy }: Linked, all: ByCode): ReadonlySet<string> {
  const reached = new Set(replacedBy);
  // A set also walks what is added to it on the way.
  for (const code of reached) {
    for (const next of all.get(code)?.replacedBy ?? []) reached.add(next);
  }
  return reached;
}

function circleProblem(circle: readonly string[], all: ByCode): Problem {
  const [first = ''] = circle;
  return {
    severity: 'error',
    file: all.get(first)?.file ?? '',
    path: 'replacedBy',
    message: `Các thủ tục thay thế nhau thành vòng: ${[...circle, first].join(' → ')}.`,
    remedy: 'Xem quyết định công bố, bỏ mã ghi sai trong replacedBy của một thủ tục trong vòng.',
  };
}

function lostProblem({ file, replacedBy }: Linked): Problem {
  return {
    severity: 'warning',
    file,
    path: 'replacedBy',
    message: `Đi theo thủ tục thay thế (${replacedBy.join(', ')}) không tới thủ tục nào đang dùng.`,
    remedy: 'Ghi mã của thủ tục đang dùng vào replacedBy, hoặc thêm tệp cho thủ tục đó.',
  };
}
