import { formatDay } from '../lib/clock.ts';
import { isInForce } from '../knowledge/knowledge.ts';
import {
  CHANNEL_WORDS,
  duration,
  feeAmount,
  feePeriod,
  feeScope,
  paperCondition,
  paperQuantity,
  timeScope,
} from '../knowledge/procedure-wording.ts';
import type { Fee, Procedure, ProcedureDocument, ProcessingTime } from '../knowledge/procedure.ts';
import type { Facet } from '../knowledge/vocabulary.ts';

/** What residents see on the button of each facet. */
export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  documents: 'Giấy tờ cần có',
  fees: 'Lệ phí',
  time: 'Bao lâu xong',
  steps: 'Làm từng bước',
  where: 'Nộp ở đâu',
  online: 'Làm trực tuyến',
  result: 'Nhận được gì',
  legal: 'Căn cứ pháp lý',
  conditions: 'Điều kiện',
};

/** The text of one facet of a procedure on a day, without heading or source. */
export function facetText(procedure: Procedure, facet: Facet, day: string): string {
  switch (facet) {
    case 'documents':
      return documentsText(procedure, day);
    case 'fees':
      return feesText(procedure, day);
    case 'time':
      return timeText(procedure);
    case 'steps':
      return stepsText(procedure);
    case 'where':
      return whereText(procedure);
    case 'online':
      return onlineText(procedure);
    case 'result':
      return listOr(procedure.result, notInSource(procedure, 'rõ kết quả của thủ tục này'));
    case 'legal':
      return listOr(procedure.legalBasis, notInSource(procedure, 'căn cứ pháp lý'));
    case 'conditions':
      return conditionsText(procedure);
  }
}

/** Where the facts come from and when they were last compared with it: the last line of every answer. */
export function sourceLine({ source, checkedOn, code }: Procedure): string {
  const decision = source.decision === null ? '' : `, ${source.decision}`;
  return `Nguồn: ${source.title}${decision} (mã ${code}). Kiểm tra ngày ${formatDay(checkedOn)}.`;
}

/** Notices that apply on this day, such as a law about to change. */
export function warningsText({ warnings }: Procedure, day: string): string[] {
  return warnings
    .filter(({ from, to }) => isInForce({ effectiveFrom: from, effectiveTo: to }, day))
    .map(({ text }) => `Lưu ý: ${text}`);
}

/** The papers everyone must hand in or show, by name; those of special cases are counted. */
export function documentsInShort({ documents }: Procedure, day: string): string {
  const all = documents.flatMap(({ items }) => items).filter((item) => !isWaived(item, day));
  const always = all.filter(({ when }) => when === undefined).map(({ name }) => name);
  const names = (always.length > 0 ? always : all.map(({ name }) => name)).slice(0, 3);
  if (names.length === 0) return 'chưa có trong nguồn';
  return all.length > names.length ? `${names.join('; ')}… (còn tùy trường hợp)` : names.join('; ');
}

/** A fact that nobody has written down is to be asked for where one files. */
function notInSource({ agency }: Procedure, what: string): string {
  return `Nguồn chưa ghi ${what}. Anh/chị hỏi giúp nơi nhận hồ sơ: ${agency.submitTo}.`;
}

export function documentsText(procedure: Procedure, day: string): string {
  const { documents } = procedure;
  if (documents.length === 0) return notInSource(procedure, 'giấy tờ của thủ tục này');
  return documents
    .map(({ case: when, items }) => {
      const heading = when === undefined ? [] : [`${when}:`];
      return [...heading, ...items.map((item) => documentLine(item, day))].join('\n');
    })
    .join('\n\n');
}

function documentLine(item: ProcedureDocument, day: string): string {
  const { name, need, when, note, database } = item;
  const counts = paperQuantity(item);
  const quantity = counts === '' ? '' : ` (${counts})`;
  const from = database === undefined ? '' : ` vì cán bộ tra được trong ${database}`;
  const waived = isWaived(item, day) ? ` – không phải nộp${from}` : '';
  const shown = need === 'show' ? ' – chỉ xuất trình' : '';
  const condition = when === undefined ? '' : ` – ${paperCondition(when)}`;
  return `• ${name}${quantity}${waived}${shown}${condition}${note === undefined ? '' : `. ${note}`}`;
}

/** Whether a paper need not be handed in, which may be so until a day only. */
function isWaived({ need, until }: ProcedureDocument, day: string): boolean {
  return need === 'not-needed' && isInForce({ effectiveTo: until }, day);
}

export function feesText(procedure: Procedure, day: string): string {
  const current = procedure.fees.filter((fee) => isInForce(fee, day));
  const lines = current.map((fee) => `• ${feeLine(fee)}`);
  const exemptions = procedure.feeExemptions.map((who) => `• ${who}`);
  const upcoming = procedure.fees.filter(
    ({ effectiveFrom }) => effectiveFrom !== undefined && effectiveFrom > day,
  );
  return [
    lines.length === 0 ? notInSource(procedure, 'mức thu') : lines.join('\n'),
    exemptions.length === 0 ? '' : `Được miễn, giảm:\n${exemptions.join('\n')}`,
    upcoming.length === 0
      ? ''
      : `Sắp đổi:\n${upcoming.map((fee) => `• ${feeLine(fee)}`).join('\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The fees of the day in one line for the card. */
export function feesInShort(procedure: Procedure, day: string): string {
  const current = procedure.fees.filter((fee) => isInForce(fee, day));
  if (current.length === 0) return 'nguồn chưa ghi';
  const amounts = [...new Set(current.map(shortAmount))];
  const shown = amounts.slice(0, 3).join('; ');
  return amounts.length > 3 ? `${shown}… (tùy trường hợp)` : shown;
}

function feeLine(fee: Fee): string {
  const [scope, period] = [feeScope(fee), feePeriod(fee)];
  const heading = scope === '' ? fee.what : `${fee.what} (${scope})`;
  const note = fee.kind === 'other' || fee.note === undefined ? '' : `. ${fee.note}`;
  return `${heading}: ${feeAmount(fee)}${period === '' ? '' : ` (${period})`}${note}`;
}

function shortAmount(fee: Fee): string {
  if (fee.kind === 'other') return 'tùy trường hợp';
  const { channel } = fee;
  return channel === 'any' ? feeAmount(fee) : `${feeAmount(fee)} (${CHANNEL_WORDS[channel]})`;
}

export function timeText(procedure: Procedure): string {
  const lines = procedure.processingTime.map((time) => `• ${timeLine(time)}`);
  const time =
    lines.length === 0 ? notInSource(procedure, 'thời hạn giải quyết') : lines.join('\n');
  return [time, ...deadlineLines(procedure)].join('\n');
}

function conditionsText(procedure: Procedure): string {
  const lines = [
    ...procedure.conditions.map((condition) => `• ${condition}`),
    ...deadlineLines(procedure),
  ];
  return lines.length === 0 ? 'Nguồn không ghi điều kiện riêng cho thủ tục này.' : lines.join('\n');
}

/** By when residents must come: "trong mấy ngày phải đi khai" asks for the time as much as for the conditions. */
export function deadlineLines({ deadline }: Procedure): string[] {
  return deadline === undefined ? [] : [`• Cần làm: ${deadline}`];
}

/** The processing time in one line for the card. */
export function timeInShort({ processingTime }: Procedure): string {
  const given = processingTime.filter(({ value }) => value !== null);
  const lines = [...new Set(given.map(duration))];
  const more = lines.length > 2 ? '… (tùy trường hợp)' : '';
  if (lines.length > 0) return lines.slice(0, 2).join(' hoặc ') + more;
  return processingTime.find(({ note }) => note !== undefined)?.note ?? 'nguồn chưa ghi rõ';
}

function timeLine(time: ProcessingTime): string {
  const scope = timeScope(time);
  const note = time.note === undefined ? '' : `. ${time.note}`;
  return `${scope === '' ? '' : `${scope}: `}${duration(time)}${note}`;
}

export function stepsText(procedure: Procedure): string {
  const { steps } = procedure;
  if (steps.length === 0) return notInSource(procedure, 'các bước của thủ tục này');
  return steps.map((step, i) => `Bước ${i + 1}. ${step}`).join('\n');
}

function whereText({ agency }: Procedure): string {
  const anywhere =
    agency.anywhere === true ? ' Nộp được ở nơi khác, không bắt buộc nơi cư trú.' : '';
  return `Nộp tại: ${agency.submitTo}.${anywhere}\nNơi giải quyết: ${agency.decidedBy}.`;
}

function onlineText({ channels, onlineLevel, links }: Procedure): string {
  const online = channels.find(({ kind }) => kind === 'online');
  const link = links.byCode ?? links.page;
  if (online === undefined) {
    return 'Nguồn không ghi cách nộp trực tuyến cho thủ tục này. Anh/chị nộp trực tiếp giúp.';
  }
  const level = { full: ' (toàn trình)', partial: ' (một phần)', none: '' }[onlineLevel ?? 'none'];
  const note = online.note === undefined ? '' : `\n${online.note}`;
  const where = link === null ? '' : `\nTrang nộp: ${link}`;
  return `Làm trực tuyến được${level}.${note}${where}`;
}

function listOr(items: readonly string[], fallback: string): string {
  return items.length === 0 ? fallback : items.map((item) => `• ${item}`).join('\n');
}
