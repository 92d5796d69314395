import { type Fact, procedureCode } from './draft.ts';
import type { Cell } from './sheet-cells.ts';
import type { ColumnKey, Layout } from './sheet-columns.ts';
import type { Table } from './table.ts';

const FACT_COLUMNS: readonly (readonly [ColumnKey, Fact])[] = [
  ['fee', 'fees'],
  ['time', 'times'],
  ['name', 'name'],
  ['decision', 'decision'],
  ['channels', 'channels'],
  ['link', 'page'],
];

/** What the rows of one sheet share: the columns, and the row in which each code was first seen. */
export type SheetContext = { layout: Layout; rowOfCode: Map<string, number> };

/** A row being read: it gives cells by column and gathers what is wrong with them. */
export class SheetRow {
  readonly problems: string[] = [];
  readonly number: number;
  readonly #cells: Table[number];
  readonly #columns: Layout['columns'];
  readonly #rowOfCode: Map<string, number>;

  constructor(cells: Table[number], number: number, { layout, rowOfCode }: SheetContext) {
    this.#cells = cells;
    this.number = number;
    this.#columns = layout.columns;
    this.#rowOfCode = rowOfCode;
  }

  heading(key: ColumnKey): string {
    return this.#columns.get(key)?.heading ?? '';
  }

  text(key: ColumnKey): string {
    return String(this.#cell(key));
  }

  /** A cell on one line. */
  line(key: ColumnKey): string {
    return this.text(key).replaceAll('\n', ' ');
  }

  required(key: ColumnKey): string {
    const line = this.line(key);
    if (line.length < 2) this.#refuse(key, 'để trống.');
    return line;
  }

  /** Excel takes 1.004870 for a number and drops the last zero; a number gets its six decimals back. */
  code(): string {
    const cell = this.#cell('code');
    const text = typeof cell === 'number' ? cell.toFixed(6) : cell;
    const code = procedureCode(text);
    if (code === undefined) {
      const expected = 'mã thủ tục dạng 1.001193 (đủ 6 số sau dấu chấm)';
      this.#refuse('code', text === '' ? 'để trống.' : `"${text}" không phải ${expected}.`);
      return '';
    }
    const first = this.#rowOfCode.get(code);
    if (first === undefined) this.#rowOfCode.set(code, this.number);
    else this.#refuse('code', `${code} đã có ở dòng ${first}.`);
    return code;
  }

  /** What a reader makes of a cell; `empty` when the cell is empty or bad. */
  read<T>(key: ColumnKey, reader: (text: string) => Cell<T>, empty: T): T {
    const text = this.text(key);
    if (text === '') return empty;
    const cell = reader(text);
    if ('value' in cell) return cell.value;
    this.#refuse(key, cell.problem);
    return empty;
  }

  /** The facts that this row speaks of. An empty cell says nothing, so it contradicts nothing. */
  facts(): ReadonlySet<Fact> {
    return new Set(FACT_COLUMNS.filter(([key]) => this.text(key) !== '').map(([, fact]) => fact));
  }

  #cell(key: ColumnKey): string | number {
    const column = this.#columns.get(key);
    return (column && this.#cells[column.index]) ?? '';
  }

  #refuse(key: ColumnKey, problem: string): void {
    this.problems.push(`Dòng ${this.number}, cột ${this.heading(key)}: ${problem}`);
  }
}
