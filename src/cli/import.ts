import type { Imported, Refused } from '../knowledge/import/draft.ts';
import { differences } from '../knowledge/import/difference.ts';
import { importPortal } from '../knowledge/import/import-portal.ts';
import { importSheet } from '../knowledge/import/import-sheet.ts';
import { findStanding, type Standing } from '../knowledge/import/standing.ts';
import { placeOf, writeDraft } from '../knowledge/import/write-draft.ts';
import { AppError } from '../lib/app-error.ts';
import { systemClock, vietnamDay } from '../lib/clock.ts';
import type { Command, CommandContext } from './command.ts';
import { changedLines, closingLines, newLines, type Tally } from './import-texts.ts';

/** Brings procedures in from the national portal or a province's list, as drafts only: a person publishes. */
export const importProcedures: Command = {
  name: 'import',
  summary:
    'Nhập thủ tục từ Cổng hoặc bảng tính thành bản nháp; thêm --dry-run thì chỉ so, không ghi',
  usage:
    'import portal <tệp.json|mã…> | import sheet <tệp.xlsx|tệp.csv>  [--dry-run] [--into <thư mục kiến thức>]',
  options: { 'dry-run': { type: 'boolean' }, into: { type: 'string' } },
  async run(context) {
    const { config, values, print } = context;
    const results = read(context);
    const root = typeof values['into'] === 'string' ? values['into'] : config.KNOWLEDGE_DIR;
    const isDryRun = values['dry-run'] === true;
    const work = {
      root,
      isDryRun,
      print,
      standing: await findStanding(root),
      seen: new Set<string>(),
    };
    const tally: Tally = { new: 0, changed: 0, same: 0, kept: 0, refused: 0 };
    for await (const result of results) tally[await take(result, work)]++;
    for (const line of closingLines(tally, isDryRun)) print(line);
    return tally.refused > 0 ? 1 : 0;
  },
};

type Work = Pick<CommandContext, 'print'> & {
  root: string;
  isDryRun: boolean;
  standing: ReadonlyMap<string, Standing>;
  seen: Set<string>;
};

const today = () => vietnamDay(systemClock());

function read({ config, positionals }: CommandContext): AsyncGenerator<Imported | Refused> {
  const [source, ...inputs] = positionals;
  const [path, ...more] = inputs;
  if (source === 'portal' && path !== undefined) {
    const baseUrl = config.PORTAL_API_URL;
    const api = baseUrl === undefined ? undefined : { baseUrl };
    return importPortal(inputs, { today: today(), api });
  }
  if (source === 'sheet' && path !== undefined && more.length === 0) {
    return importSheet(path, today());
  }
  throw new AppError('Chưa rõ nhập gì, từ đâu.', { hint: `Cách dùng: ${importProcedures.usage}` });
}

/** Shows one result against what stands and, unless this is a dry run, writes its draft. */
async function take(result: Imported | Refused, work: Work): Promise<keyof Tally> {
  if ('refused' in result) {
    work.print(`✖ ${result.refused}`);
    return 'refused';
  }
  const { code } = result.procedure;
  if (work.seen.has(code)) {
    work.print(`✖ ${code}: đã có ở trên trong cùng lần nhập, bỏ qua bản sau.`);
    return 'refused';
  }
  work.seen.add(code);
  const standing = work.standing.get(code);
  const outcome = standing === undefined ? 'new' : showStanding(result, standing, work);
  if (outcome === 'new') for (const line of newLines(result.procedure)) work.print(line);
  return outcome === 'same' ? outcome : write(result, standing, { ...work, outcome });
}

function showStanding(
  imported: Imported,
  { file, procedure }: Standing,
  { print }: Work,
): 'changed' | 'same' {
  const changes = procedure === undefined ? undefined : differences(procedure, imported, today());
  for (const line of changedLines(imported.procedure, { file, standing: procedure, changes })) {
    print(line);
  }
  return changes?.length === 0 ? 'same' : 'changed';
}

async function write(
  { procedure }: Imported,
  standing: Standing | undefined,
  { root, isDryRun, print, outcome }: Work & { outcome: 'new' | 'changed' },
): Promise<keyof Tally> {
  // The field is our own choice of shelf: a draft beside a record stays on the record's.
  const draft = { ...procedure, field: standing?.procedure?.field ?? procedure.field };
  const file = placeOf(draft, standing);
  if (isDryRun) {
    print(`  Sẽ ghi bản nháp: ${file}`);
    return outcome;
  }
  if (await writeDraft(root, file, draft)) {
    print(`  Đã ghi bản nháp: ${file}`);
    return outcome;
  }
  print(`  Giữ nguyên ${file}: đã có người nhận bản nháp này. Xong thì xóa tệp rồi nhập lại.`);
  return 'kept';
}
