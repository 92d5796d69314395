import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { z } from 'zod';
import { AppError, toError } from '../../lib/app-error.ts';
import { plainText } from './plain-text.ts';

/** The cells of a sheet, row by row as a spreadsheet counts them. Numbers only come from Excel. */
export type Table = readonly (readonly (string | number)[])[];

const cellSchema = z
  .union([z.string(), z.number(), z.boolean(), z.date(), z.null()])
  .transform((cell) => (typeof cell === 'number' ? cell : plainText(String(cell ?? ''))));
const tableSchema = z.array(z.array(cellSchema));

const SEPARATORS = [',', ';', '\t'];

/** Reads a spreadsheet into the tables it may mean: one for Excel, one for each usual separator of a CSV. */
export async function readTables(path: string, bytes: Buffer): Promise<Table[]> {
  switch (extname(path).toLowerCase()) {
    case '.xlsx':
      return [await readExcel(path, bytes)];
    case '.csv':
    case '.txt':
      return readCsv(path, decode(path, bytes));
    default:
      throw new AppError(`Chưa đọc được loại tệp "${extname(path)}".`, {
        hint: 'Trong Excel chọn Lưu thành (Save As) "Excel Workbook (.xlsx)" hoặc "CSV UTF-8".',
      });
  }
}

async function readExcel(path: string, bytes: Buffer): Promise<Table> {
  try {
    return tableSchema.parse(await readSheet(bytes));
  } catch (cause) {
    throw new AppError(`Không đọc được bảng tính "${path}" (${toError(cause).message}).`, {
      hint: 'Mở tệp bằng Excel, lưu lại dạng "Excel Workbook (.xlsx)" không đặt mật khẩu, rồi thử lại.',
      cause,
    });
  }
}

function readCsv(path: string, text: string): Table[] {
  const options = { relax_column_count: true, relax_quotes: true };
  const tables: Table[] = [];
  let cause: unknown;
  for (const delimiter of SEPARATORS) {
    try {
      tables.push(tableSchema.parse(parse(text, { ...options, delimiter })));
    } catch (thrown) {
      cause = thrown; // another separator may still fit
    }
  }
  if (tables.length > 0) return tables;
  throw new AppError(`Không đọc được tệp "${path}" (${toError(cause).message}).`, {
    hint: 'Mở tệp bằng Excel và lưu lại dạng "CSV UTF-8"; hay gặp nhất là thiếu dấu ngoặc kép đóng.',
    cause,
  });
}

/** Excel writes UTF-8 or, as "Unicode text", UTF-16. Its plain "CSV" loses Vietnamese letters for good. */
function decode(path: string, bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError(`Tệp "${path}" không ở dạng UTF-8 nên chữ có dấu bị hỏng.`, {
      hint: 'Trong Excel chọn Lưu thành (Save As) "CSV UTF-8", hoặc nhập thẳng tệp .xlsx.',
      cause,
    });
  }
}
