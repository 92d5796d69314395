import { AppError } from '../../lib/app-error.ts';
import { type Imported, type ImportDays, procedureCode, type Refused } from './draft.ts';
import { parseGivenJson, readGivenFile } from './given-file.ts';
import { fetchPortalBody, NotOnPortalError, type PortalApiOptions } from './portal-api.ts';
import { importPortalRecord } from './portal-draft.ts';
import { portalBodiesIn, readPortalRecord } from './portal-record.ts';

export type PortalImportOptions = {
  today: string;
  /** Where to ask for codes; undefined when no address is set. */
  api: PortalApiOptions | undefined;
};

/** Reads the portal's records out of files and, for codes, over HTTP; one after the other, as they come. */
export async function* importPortal(
  inputs: readonly string[],
  { today, api }: PortalImportOptions,
): AsyncGenerator<Imported | Refused> {
  for (const input of inputs) {
    const code = procedureCode(input);
    if (code === undefined) yield* importFile(input, today);
    else yield await importCode(code, today, api);
  }
}

async function* importFile(path: string, today: string): AsyncGenerator<Imported | Refused> {
  const { bytes, day } = await readGivenFile(path);
  const bodies = portalBodiesIn(parseGivenJson(path, bytes));
  for (const [index, body] of bodies.entries()) {
    const result = importBody(body, { today, asOf: day < today ? day : today });
    yield 'refused' in result
      ? { refused: `${path}, bản ghi thứ ${index + 1}: ${result.refused}` }
      : result;
  }
}

async function importCode(
  code: string,
  today: string,
  api: PortalApiOptions | undefined,
): Promise<Imported | Refused> {
  if (api === undefined) {
    throw new AppError('Chưa đặt địa chỉ API của Cổng nên chưa nhập theo mã được.', {
      hint: 'Đặt PORTAL_API_URL trong tệp .env, hoặc nhập từ tệp JSON đã tải về.',
    });
  }
  try {
    const result = importBody(await fetchPortalBody(code, api), { today, asOf: today });
    if ('refused' in result || result.procedure.code === code) return result;
    return { refused: `${code}: Cổng lại trả về thủ tục ${result.procedure.code}.` };
  } catch (error) {
    if (error instanceof NotOnPortalError) return { refused: `${error.message} ${error.hint}` };
    throw error;
  }
}

function importBody(body: unknown, days: ImportDays): Imported | Refused {
  const read = readPortalRecord(body);
  return 'refused' in read ? read : importPortalRecord(read.record, days);
}
