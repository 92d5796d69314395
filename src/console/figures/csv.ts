/** With it, Excel reads the file as Unicode instead of a code page. */
const BYTE_ORDER_MARK = '\uFEFF';

// What a spreadsheet takes for the beginning of a formula, full-width forms included.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table as comma-separated values (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe
 * in front: residents write what they like, and it is opened on the office's computers.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
