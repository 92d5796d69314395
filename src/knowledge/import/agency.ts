import { fold } from '../../lib/fold.ts';
import type { Procedure } from '../procedure.ts';

type Agency = Procedure['agency'];

/** Offices as a source names them, and the levels that it ticks. */
export type NamedOffices = {
  receiving: string;
  deciding: string;
  isWard?: boolean;
  isProvince?: boolean;
};

/** Where to file and who decides. What the source does not name is said to be unnamed. */
export function agencyOf({ receiving, deciding, isWard, isProvince }: NamedOffices): Agency {
  const submitTo = receiving || deciding || 'Nguồn không ghi nơi nộp; hỏi UBND cấp xã';
  const decidedBy = deciding || receiving || 'Nguồn không ghi cơ quan giải quyết';
  const offices = fold(`${receiving} ${deciding}`);
  return { level: levelOf(offices, isWard === true, isProvince === true), submitTo, decidedBy };
}

function levelOf(offices: string, isWard: boolean, isProvince: boolean): Agency['level'] {
  const isCommune = isWard || /\b(cap )?(xa|phuong)\b/.test(offices);
  if (isCommune && offices.includes('cong an')) return 'commune-police';
  if (isCommune && offices.includes('quan su')) return 'commune-military';
  if (isCommune) return 'commune';
  return isProvince || /\b(tinh|thanh pho|so)\b/.test(offices) ? 'province' : 'other';
}
