import type { z } from 'zod';

/** Something wrong with the knowledge, told so that the person who keeps it can mend it. */
export type Problem = {
  /**
   * `error`: the record is not used. `warning`: used, but somebody should look. `todo`: the commune must fill in.
   * `info`: nothing is wrong, but good to know.
   */
  severity: 'error' | 'warning' | 'todo' | 'info';
  /** Path of the file, relative to the knowledge folder. */
  file: string;
  /** Where in the file, for example `fees[0].vnd`; empty for the file as a whole. */
  path: string;
  message: string;
  remedy: string;
};

/** A problem of a file that is named elsewhere. */
export type Finding = Omit<Problem, 'file'>;

/** The problems that zod found, one each, in Vietnamese. */
export function problemsOf(file: string, error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    severity: 'error',
    file,
    path: formatPath(issue.path),
    message: issue.message,
    remedy: 'Sửa mục này rồi lưu; tệp được kiểm tra lại ngay.',
  }));
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

const LABELS = { error: 'LỖI', warning: 'CẦN XEM', todo: 'XÃ CẦN ĐIỀN', info: 'ĐỂ BIẾT' } as const;

/** One line a problem, as `cli check` and the log print it. */
export function formatProblem({ severity, file, path, message, remedy }: Problem): string {
  const label = LABELS[severity];
  return `${label} ${file}${path === '' ? '' : ` → ${path}`}: ${message} ${remedy}`;
}
