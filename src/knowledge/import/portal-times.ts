import type { ProcessingTime } from '../procedure.ts';
import type { Channel } from './channels.ts';
import type { PortalMethod, PortalRecord } from './portal-record.ts';

const UNITS: Readonly<Record<string, NonNullable<ProcessingTime['unit']>>> = {
  WORKING_DAY: 'working-day',
  DAY: 'day',
  WORKING_HOUR: 'working-hour',
  HOUR: 'hour',
  MONTH: 'month',
};

const WAYS: Readonly<Record<string, readonly Channel[]>> = {
  DIRECT: ['in-person'],
  ONLINE: ['online'],
  POSTAL: ['post'],
  DIRECT_AND_ONLINE: ['in-person', 'online'],
};

/** The ways of filing that a method stands for; none when the portal's word is not known. */
export function waysOf({ submissionMethod }: PortalMethod): readonly Channel[] {
  return WAYS[submissionMethod] ?? [];
}

/** How long a method takes, or undefined when the portal says nothing. A missing unit stays missing. */
export function readPortalTime(
  { processingTime, processingTimeUnit, description }: PortalMethod,
  channel: Channel,
): ProcessingTime | undefined {
  const { number, words } = processingTime;
  if (words === '' && description.length < 2) return undefined;
  const unit = UNITS[processingTimeUnit];
  const isKnown = number !== undefined && number > 0;
  const notes = [
    isKnown || words === '' ? '' : `Nguồn ghi: “${`${words} ${processingTimeUnit}`.trim()}”.`,
    isKnown && unit === undefined && processingTimeUnit !== ''
      ? `Nguồn ghi đơn vị là “${processingTimeUnit}”.`
      : '',
    description,
  ].filter((note) => note.length > 1);
  return {
    channel,
    value: isKnown ? number : null,
    unit: isKnown ? (unit ?? null) : null,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  };
}

/** What the linked online services say of the time. Never merged with the record's own: the two may disagree. */
export function onlineServiceTimes({
  cases,
}: PortalRecord): Pick<ProcessingTime, 'value' | 'unit'>[] {
  return cases.flatMap(({ processingDay }) => {
    const unit = UNITS[processingDay?.type ?? ''];
    const value = processingDay?.qty.number;
    return unit === undefined || value === undefined || value <= 0 ? [] : [{ value, unit }];
  });
}
