import writeXlsxFile from 'write-excel-file/node';

const MOST_CHARACTERS = 32_767; // of one cell: Excel refuses the whole file for a longer one
// What XML 1.0 cannot hold; one such character, and Excel offers to "repair" the file.
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export type Sheet = {
  /** On the tab: up to 31 characters. */
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly string[])[];
};

/** A table as an Excel file. Every cell is text, so that nothing in it is ever a formula. */
export function xlsxOf({ name, columns, rows }: Sheet): Promise<Buffer> {
  const heading = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }));
  const cells = rows.map((row) =>
    row.map((text) => ({ value: wellFormed(text), type: String, wrap: true })),
  );
  const sheet = {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
  return writeXlsxFile([heading, ...cells], sheet).toBuffer();
}

function wellFormed(text: string): string {
  return text.replace(FORBIDDEN, '').slice(0, MOST_CHARACTERS);
}
