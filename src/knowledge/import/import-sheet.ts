import { basename } from 'node:path';
import { agencyOf } from './agency.ts';
import {
  draftOf,
  type Imported,
  type ImportDays,
  type Refused,
  type SourcedFacts,
} from './draft.ts';
import { fieldNamed } from './field-table.ts';
import { fieldGap, gapsIn } from './gaps.ts';
import { readGivenFile } from './given-file.ts';
import { readChannels, readFees, readLink, readTimes } from './sheet-cells.ts';
import { findLayout } from './sheet-columns.ts';
import { SheetRow } from './sheet-row.ts';
import { readTables } from './table.ts';

/** Reads the list of procedures in a spreadsheet. A bad row is told by its number and column; the others go on. */
export async function* importSheet(
  path: string,
  today: string,
): AsyncGenerator<Imported | Refused> {
  const { bytes, day } = await readGivenFile(path);
  const { table, layout } = findLayout(await readTables(path, bytes));
  const title = `Danh mục thủ tục (tệp ${basename(path)})`;
  const days = { today, asOf: day < today ? day : today };
  const context = { layout, rowOfCode: new Map<string, number>() };
  for (const [index, cells] of table.entries()) {
    if (index <= layout.headingRow || cells.every((cell) => cell === '')) continue;
    yield* importRow(new SheetRow(cells, index + 1, context), title, days);
  }
}

function* importRow(
  row: SheetRow,
  title: string,
  { today, asOf }: ImportDays,
): Generator<Imported | Refused> {
  const sourced = readRow(row, title, asOf);
  if (row.problems.length > 0) {
    yield* row.problems.map((refused) => ({ refused }));
    return;
  }
  const draft = draftOf(sourced, today);
  yield 'refused' in draft
    ? { refused: `Dòng ${row.number}: ${draft.refused}` }
    : { ...draft, facts: row.facts() };
}

function readRow(row: SheetRow, title: string, asOf: string): SourcedFacts {
  const fieldText = row.line('field');
  const page = row.read('link', readLink, null);
  const agency = row.line('agency');
  const facts = {
    ...row.read('fee', readFees, { fees: [], feeExemptions: [] }),
    ...row.read('channels', readChannels, { channels: [], onlineLevel: null }),
    processingTime: row.read('time', (text) => readTimes(text, row.heading('time')), []),
    steps: [],
    documents: [],
    result: [],
    legalBasis: [],
  };
  return {
    code: row.code(),
    name: row.required('name'),
    field: fieldNamed(fieldText) ?? 'khac',
    agency: agencyOf({ receiving: agency, deciding: agency }),
    ...facts,
    links: { page, byCode: null },
    conditions: [],
    unknown: [
      ...gapsIn(facts),
      ...(agency === '' ? ['Nguồn không ghi cơ quan thực hiện.'] : []),
      ...fieldGap(fieldText),
    ],
    source: { title, decision: row.line('decision') || null, url: page, asOf },
  };
}
