import { type CallState, callState, type OfficerCall } from '../../model/officer-call.ts';
import type { Look } from '../cases/words.ts';
import type { OfficerVisit } from '../frame/route.ts';

/** How staff read who has the word. */
export const STATE_LOOKS: Readonly<Record<CallState, { name: string; look: Look }>> = {
  waiting: { name: 'Đang chờ', look: 'red' },
  missed: { name: 'Chưa ai trả lời, bot đã nói lại', look: 'amber' },
  officer: { name: 'Cán bộ đang nói', look: 'blue' },
  ended: { name: 'Đã xong', look: 'plain' },
};

/** The conversations with officers in the officer's commune; who waits longest comes first. */
export function callsHere({
  services,
  officer,
}: Pick<OfficerVisit, 'services' | 'officer'>): OfficerCall[] {
  return services.store
    .officerCalls()
    .filter(({ communeSlug }) => communeSlug === officer.communeSlug)
    .sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime());
}

/** Those that nobody has answered yet. */
export function waitingCalls(visit: OfficerVisit): OfficerCall[] {
  return callsHere(visit).filter((call) =>
    ['waiting', 'missed'].includes(callState(call, visit.now)),
  );
}

const MINUTES_A_DAY = 1440;

/** "12 phút", "3 giờ", "2 ngày". */
export function waitedFor({ requestedAt }: OfficerCall, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - requestedAt.getTime()) / 60_000));
  if (minutes < 60) return `${minutes} phút`;
  if (minutes < MINUTES_A_DAY) return `${Math.floor(minutes / 60)} giờ`;
  return `${Math.floor(minutes / MINUTES_A_DAY)} ngày`;
}
