import type { Answer } from '../frame/route.ts';
import { csvOf } from './csv.ts';
import { xlsxOf } from './xlsx.ts';

export type FileFormat = 'csv' | 'xlsx';

export type TableFile = {
  /** Of the file, without its ending. */
  name: string;
  /** On the tab of a spreadsheet: up to 31 characters. */
  title: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly string[])[];
  format: FileFormat;
};

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table to be saved, as CSV or Excel. */
export async function tableFile({
  name,
  title,
  columns,
  rows,
  format,
}: TableFile): Promise<Answer> {
  const isCsv = format === 'csv';
  const titles = columns.map((column) => column.title);
  return {
    kind: 'file',
    contentType: isCsv ? 'text/csv; charset=utf-8' : XLSX_TYPE,
    disposition: 'attachment',
    name: `${name}.${format}`,
    bytes: isCsv
      ? new TextEncoder().encode(csvOf([titles, ...rows]))
      : await xlsxOf({ name: title, columns, rows }),
  };
}
