import { isInForce } from '../knowledge.ts';
import type { Fee, Procedure, ProcessingTime } from '../procedure.ts';
import { CHANNEL_WORDS, duration, feeAmount } from '../procedure-wording.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { type Fact, FACTS, type Imported } from './draft.ts';
import { moneyIn } from './money.ts';
import { unmatchedPapers } from './paper-match.ts';
import { comparable, shorten } from './plain-text.ts';

const TEXT_LIMIT = 140; // quoted explanations can be pages long

/** What an import says otherwise than the record that stands. */
export type Change = { fact: Fact; before: string[]; after: string[] };

/** One stated thing: what it is compared by, and how it reads. Vague: it gives no figure. */
type Item = { key: string; text: string; channel?: Channel; isVague?: boolean };

/** The two records, the ways of filing that both know, and the day on which fees must be in force. */
type Pair = { standing: Procedure; imported: Procedure; shared: readonly Channel[]; day: string };

/** The facts that differ, money and time first. Our own wording (summary, aliases, steps, notes) is not compared. */
export function differences(
  standing: Procedure,
  { procedure: imported, facts }: Imported,
  day: string,
): Change[] {
  const pair = { standing, imported, shared: sharedWays(standing, imported), day };
  return FACTS.filter((fact) => facts.has(fact)).flatMap((fact) => {
    const { before, after } = fact === 'papers' ? paperChange(pair) : changeOf(fact, pair);
    return before.length === 0 && after.length === 0 ? [] : [{ fact, before, after }];
  });
}

function paperChange({ standing, imported }: Pair): Omit<Change, 'fact'> {
  const { gone, added } = unmatchedPapers(standing, imported);
  return { before: gone.map(cut), after: added.map(cut) };
}

function changeOf(fact: ComparedFact, pair: Pair): Omit<Change, 'fact'> {
  const before = itemsOf(fact, pair.standing, pair);
  const after = itemsOf(fact, pair.imported, pair);
  const gone = missingFrom(after, before);
  const added = missingFrom(before, after);
  // "Hỏi quầy" against nothing at all is no news.
  if ([...gone, ...added].every(({ isVague }) => isVague)) return { before: [], after: [] };
  return { before: textsOf(gone, pair), after: textsOf(added, pair) };
}

type ComparedFact = Exclude<Fact, 'papers'>;

function itemsOf(fact: ComparedFact, record: Procedure, pair: Pair): Item[] {
  switch (fact) {
    case 'fees':
      return feeItems(record, pair);
    case 'times':
      return record.processingTime.flatMap((time) => timeItems(time, pair));
    case 'exemptions':
      // Only whether there are any: their wording is ours.
      return record.feeExemptions.length === 0
        ? []
        : [{ key: 'any', text: cut(record.feeExemptions.join(' ')) }];
    case 'name':
      return [{ key: comparable(record.name).replace(/^thu tuc /, ''), text: record.name }];
    case 'decision':
      return present(record.source.decision).map((text) => ({ key: numberIn(text), text }));
    case 'channels':
      return record.channels.map(({ kind }) => ({ key: kind, text: CHANNEL_WORDS[kind] }));
    case 'legalBasis':
      return record.legalBasis.map((text) => ({ key: numberIn(text), text }));
    case 'page':
      return present(record.links.page).map((text) => ({ key: text, text }));
    case 'byCode':
      return present(record.links.byCode).map((text) => ({ key: text, text }));
  }
}

function feeItems(record: Procedure, pair: Pair): Item[] {
  return record.fees
    .filter((fee) => isInForce(fee, pair.day))
    .flatMap((fee) =>
      spread(fee.channel, pair).map((channel) => ({
        key: `${feeKey(fee, pair)}@${channel}`,
        text: cut(feeAmount(fee)),
        channel,
        isVague: fee.kind === 'other' && amountsIn(fee.note) === '',
      })),
    );
}

function feeKey(fee: Fee, { standing }: Pair): string {
  switch (fee.kind) {
    case 'fixed':
      return String(fee.vnd);
    case 'other':
      return `other ${amountsIn(fee.note)}`;
    case 'portal-zero':
      // A person found out that nothing is taken; the portal's 0 does not contradict it.
      return standing.fees.some(({ kind }) => kind === 'free') ? 'free' : fee.kind;
    case 'free':
    case 'province':
      return fee.kind;
  }
}

function amountsIn(text: string): string {
  const amounts = moneyIn(text).map(({ vnd }) => vnd);
  return amounts.filter((vnd) => vnd > 0).join(' ');
}

function timeItems(time: ProcessingTime, pair: Pair): Item[] {
  return spread(time.channel, pair).map((channel) => ({
    key: `${time.value ?? ''} ${time.unit ?? ''}@${channel}`,
    text: time.value === null ? cut(time.note ?? duration(time)) : duration(time),
    channel,
    isVague: time.value === null,
  }));
}

function spread(channel: ProcessingTime['channel'], { shared }: Pair): readonly Channel[] {
  return channel === 'any' ? shared : [channel];
}

function sharedWays(one: Procedure, other: Procedure): readonly Channel[] {
  const ways = (record: Procedure) => new Set(record.channels.map(({ kind }) => kind));
  const [left, right] = [ways(one), ways(other)];
  const shared = CHANNELS.filter((channel) => left.has(channel) && right.has(channel));
  return shared.length === 0 ? CHANNELS : shared;
}

function missingFrom(items: readonly Item[], others: readonly Item[]): Item[] {
  const keys = new Set(items.map(({ key }) => key));
  return others.filter(({ key }) => !keys.has(key));
}

/** The texts, each once; the way of filing is named when the text is not for all of them. */
function textsOf(items: readonly Item[], { shared }: Pair): string[] {
  const ways = new Map<string, Set<Channel>>();
  for (const { text, channel } of items) {
    const known = ways.get(text) ?? new Set<Channel>();
    ways.set(text, channel === undefined ? known : known.add(channel));
  }
  return [...ways].map(([text, channels]) => {
    const isForAll = shared.every((way) => channels.has(way));
    if (channels.size === 0 || isForAll) return text;
    return `${text} (${[...channels].map((way) => CHANNEL_WORDS[way]).join(', ')})`;
  });
}

/** The number of a decision or law, however much is written around it. */
function numberIn(text: string): string {
  const number = /[\d.]+\/(?:\d{4}\/)?[\p{L}\d-]+/u.exec(text)?.[0] ?? text;
  return comparable(number);
}

function present(text: string | null): string[] {
  return text === null ? [] : [text];
}

function cut(text: string): string {
  return shorten(text, TEXT_LIMIT);
}
