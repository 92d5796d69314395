import { agencyOf } from './agency.ts';
import {
  draftOf,
  FACTS,
  type Imported,
  type ImportDays,
  procedureCode,
  type Refused,
  type SourcedFacts,
} from './draft.ts';
import { fieldNamed } from './field-table.ts';
import { linesOf } from './plain-text.ts';
import {
  documentsIn,
  feesIn,
  legalBasisIn,
  namesOf,
  stepsIn,
  timesIn,
  waysIn,
} from './portal-parts.ts';
import type { PortalRecord } from './portal-record.ts';
import { portalGaps } from './portal-gaps.ts';

const PORTAL = 'https://dichvucong.gov.vn';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Makes a draft of a portal record, or says why not. */
export function importPortalRecord(record: PortalRecord, days: ImportDays): Imported | Refused {
  const code = procedureCode(record.code) ?? procedureCode(record.codeNotation);
  if (code === undefined) {
    const shown = record.name || record.code || 'Bản ghi không tên';
    return { refused: `${shown}: không có mã thủ tục dạng 1.001193.` };
  }
  if (isListRow(record)) {
    return { refused: `${code}: mới là dòng trong danh sách; nhập theo mã để lấy chi tiết.` };
  }
  const draft = draftOf(sourcedFrom(record, code, days.asOf), days.today);
  if ('refused' in draft) return { refused: `${code}: ${draft.refused}` };
  return { ...draft, facts: new Set(FACTS) };
}

/** The rows of the portal's list answer look like records but have no details. */
function isListRow({ executionMethods, executionSteps, executionCases }: PortalRecord): boolean {
  return [executionMethods, executionSteps, executionCases].every((part) => part.length === 0);
}

function sourcedFrom(record: PortalRecord, code: string, asOf: string): SourcedFacts {
  const page = UUID.test(record.id) ? `${PORTAL}/thu-tuc-hanh-chinh/${record.id}` : null;
  const executing = namesOf(record.departmentsExecuting);
  const facts = {
    ...feesIn(record),
    steps: stepsIn(record),
    documents: documentsIn(record),
    processingTime: timesIn(record),
    channels: waysIn(record).map((kind) => ({ kind })),
    result: record.resultsDetails.flatMap(({ name }) => linesOf(name)),
    conditions: record.requirementsAndConditions,
    legalBasis: legalBasisIn(record),
  };
  return {
    code,
    name: record.name,
    field: fieldNamed(namesOf(record.categoriesDetails)) ?? 'khac',
    keywords: record.keywords,
    description: record.description,
    agency: agencyOf({
      receiving: record.dossierReceivingAddresses || executing,
      deciding: namesOf(record.departmentsAuthority) || executing,
      isWard: record.isWard,
      isProvince: record.isProvince,
    }),
    ...facts,
    onlineLevel: null,
    links: { page, byCode: `${PORTAL}/dich-vu-cong-truc-tuyen/${code}` },
    unknown: portalGaps(record, facts),
    source: {
      title: 'Cổng Dịch vụ công quốc gia',
      decision: record.procedureProposal || null,
      url: page,
      asOf,
    },
  };
}
