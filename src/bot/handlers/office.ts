import type { Commune } from '../../knowledge/commune.ts';
import { answer, message, say } from '../outcome.ts';
import type { Outcome, Turn } from '../turn.ts';

const NOT_YET = 'xã chưa cung cấp cho em';

/** Where the commune's office and counter are, and when they are open; says plainly what is not known yet. */
export function answerOffice(turn: Turn): Outcome {
  const { commune } = turn.here.local;
  return answer(turn, [message(officeText(commune), [say('Gặp cán bộ', { do: 'officer' })])], {
    handler: 'office',
    kind: 'office',
  });
}

function officeText({ name, province, office, serviceCentre, police }: Commune): string {
  const website = office.website ?? serviceCentre.website;
  return [
    `UBND ${name}, ${province}`,
    `• Trụ sở: ${office.address ?? NOT_YET}`,
    `• Điện thoại: ${office.phone ?? NOT_YET}`,
    ...(office.email === null ? [] : [`• Thư điện tử: ${office.email}`]),
    ...(website === null ? [] : [`• Trang thông tin: ${website}`]),
    '',
    serviceCentre.name,
    `• Địa chỉ: ${serviceCentre.address ?? NOT_YET}`,
    `• Điện thoại: ${serviceCentre.phone ?? NOT_YET}`,
    ...(serviceCentre.hours ?? [`Giờ làm việc: ${NOT_YET}`]).map((line) => `• ${line}`),
    '',
    `${police.name}: ${[police.phone, police.address].filter(isKnown).join(', ') || NOT_YET}`,
  ].join('\n');
}

function isKnown(value: string | null): value is string {
  return value !== null;
}
