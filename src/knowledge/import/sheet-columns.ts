import { AppError } from '../../lib/app-error.ts';
import { comparable } from './plain-text.ts';
import type { Table } from './table.ts';

/** The headings that provinces use, without marks and punctuation. */
const HEADINGS = {
  code: ['ma thu tuc', 'ma tthc', 'ma thu tuc hanh chinh', 'ma so tthc', 'ma so thu tuc', 'ma so'],
  name: ['ten thu tuc', 'ten thu tuc hanh chinh', 'ten tthc', 'thu tuc hanh chinh'],
  field: ['linh vuc'],
  agency: ['co quan thuc hien', 'co quan giai quyet', 'don vi thuc hien'],
  time: ['thoi han giai quyet', 'thoi gian giai quyet', 'thoi han'],
  fee: ['phi le phi', 'phi', 'le phi', 'muc phi le phi'],
  channels: ['cach thuc', 'cach thuc thuc hien', 'hinh thuc nop'],
  decision: ['quyet dinh cong bo', 'so quyet dinh', 'quyet dinh', 'so quyet dinh cong bo'],
  link: ['duong dan', 'lien ket', 'link'],
} as const satisfies Record<string, readonly string[]>;

export type ColumnKey = keyof typeof HEADINGS;

/** A column of the sheet: where it is and what its heading says, unit and all. */
type Column = { index: number; heading: string };

/** Where the columns are, and at which row (counted from 0) the headings stand. */
export type Layout = { headingRow: number; columns: ReadonlyMap<ColumnKey, Column> };

const TITLE_ROWS = 20; // lists begin with the names of the province and the decision

/** Finds the table that has the headings of a list of procedures, in any order and below any title. */
export function findLayout(tables: readonly Table[]): { table: Table; layout: Layout } {
  const found = tables.flatMap((table) =>
    table.slice(0, TITLE_ROWS).flatMap((row, headingRow) => {
      const columns = columnsIn(row);
      const isList = columns.has('code') && columns.has('name');
      return isList ? [{ table, layout: { headingRow, columns } }] : [];
    }),
  );
  const [best] = found.sort((a, b) => b.layout.columns.size - a.layout.columns.size);
  if (best !== undefined) return best;
  throw new AppError('Không thấy dòng tiêu đề có cột "Mã thủ tục" và "Tên thủ tục".', {
    hint: 'Đặt tên cột như trong tệp mẫu knowledge/mau-nhap-thu-tuc.csv.',
  });
}

function columnsIn(row: Table[number]): Map<ColumnKey, Column> {
  const columns = new Map<ColumnKey, Column>();
  for (const [index, cell] of row.entries()) {
    const heading = String(cell).replaceAll('\n', ' ');
    const key = keyOf(heading);
    if (key !== undefined && !columns.has(key)) columns.set(key, { index, heading });
  }
  return columns;
}

function keyOf(heading: string): ColumnKey | undefined {
  const words = comparable(heading.replace(/\(.*\)/, ''));
  if (words === '') return undefined;
  const headings: Readonly<Record<ColumnKey, readonly string[]>> = HEADINGS;
  return COLUMN_KEYS.find((key) => headings[key].includes(words));
}

const COLUMN_KEYS: readonly ColumnKey[] = [
  'code',
  'name',
  'field',
  'agency',
  'time',
  'fee',
  'channels',
  'decision',
  'link',
];
