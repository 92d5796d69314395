import { duration } from '../procedure-wording.ts';
import { fieldGap, gapsIn, type MayLack } from './gaps.ts';
import { namesOf } from './portal-parts.ts';
import type { PortalRecord } from './portal-record.ts';
import { onlineServiceTimes, waysOf } from './portal-times.ts';

/** What the portal left empty, or says in a way that a person must look at. */
export function portalGaps(record: PortalRecord, facts: MayLack): string[] {
  return [
    ...gapsIn(facts),
    ...(namesOf(record.departmentsExecuting) === '' ? ['Nguồn không ghi cơ quan thực hiện.'] : []),
    ...(record.procedureProposal === '' ? ['Nguồn không ghi quyết định công bố.'] : []),
    ...fieldGap(namesOf(record.categoriesDetails)),
    ...unknownWays(record),
    ...otherTimes(record, facts),
  ];
}

function unknownWays({ executionMethods }: PortalRecord): string[] {
  return executionMethods
    .filter((method) => waysOf(method).length === 0)
    .map(({ submissionMethod }) => `Chưa rõ cách nộp mà Cổng ghi là “${submissionMethod}”.`);
}

function otherTimes(record: PortalRecord, { processingTime }: MayLack): string[] {
  const others = onlineServiceTimes(record).filter(
    ({ value, unit }) => !processingTime.some((one) => one.value === value && one.unit === unit),
  );
  const shown = new Set(others.map(duration));
  return [...shown].map((time) => `Dịch vụ trực tuyến trên Cổng lại ghi ${time}; cần hỏi lại.`);
}
