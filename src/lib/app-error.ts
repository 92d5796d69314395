export type AppErrorOptions = { hint: string; cause?: unknown };

/**
 * A failure that a person must act on. `message` says what happened and to which thing; `hint` names the
 * command, file or screen that mends it. Neither is ever sent to a resident. Both are Vietnamese.
 */
export class AppError extends Error {
  readonly hint: string;

  constructor(message: string, { hint, cause }: AppErrorOptions) {
    super(message, { cause });
    this.name = 'AppError';
    this.hint = hint;
  }
}

/** The Error in whatever was thrown, so that a catch block needs no cast. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
