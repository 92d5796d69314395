/** What the program tells its operator. Fields are ids, counts and names of handlers: never a text, name, phone or token. */
export type Log = {
  info: (fields: LogFields, message: string) => void;
  warn: (fields: LogFields, message: string) => void;
  error: (fields: LogFields, message: string) => void;
};

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** A log that nobody reads. */
export const silentLog: Log = { info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // nothing is kept
}
