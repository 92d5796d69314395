import { fieldName } from '../../knowledge/fields.ts';
import { isLive } from '../../knowledge/knowledge.ts';
import { type LocalPart, type LocalProcedure, localSource } from '../../knowledge/override.ts';
import type { Facet } from '../../knowledge/vocabulary.ts';
import type { Choice, Reply } from '../../model/reply.ts';
import { answer, link, message, say } from '../outcome.ts';
import * as show from '../procedure-texts.ts';
import { counterContact, texts } from '../texts.ts';
import type { Here, Outcome, Turn } from '../turn.ts';

const OFFERED_FACETS: readonly Facet[] = ['documents', 'fees', 'steps', 'time', 'where'];

/** The procedure with this code, if residents may be told of it today: in force, or abolished. */
export function findProcedure({ local, day }: Here, code: string): LocalProcedure | undefined {
  const procedure = local.procedures.get(code);
  const isTold = procedure?.status === 'abolished' || (procedure && isLive(procedure, day));
  return isTold === true ? procedure : undefined;
}

/** Answers with a procedure: its card, or the one facet that was asked about. */
export function answerProcedure(turn: Turn, procedure: LocalProcedure, facet?: Facet): Outcome {
  if (procedure.hidden !== undefined) return answerHidden(turn, procedure, procedure.hidden);
  const reply =
    procedure.status === 'abolished'
      ? successorReply(turn.here, procedure)
      : facet === undefined || facet === 'steps' || saysTooLittle(procedure, facet)
        ? card(turn.here, procedure, facet)
        : facetReply(turn.here, procedure, facet);
  return answer(turn, [reply], {
    handler: 'procedure',
    kind: 'answer',
    topic: { kind: 'procedure', code: procedure.code },
    facet,
    shown: [procedure.code],
  });
}

/** "Có được nhập hộ khẩu không" asks for the conditions; where the source names none, the card tells more than that. */
function saysTooLittle({ conditions }: LocalProcedure, facet: Facet): boolean {
  return facet === 'conditions' && conditions.length === 0;
}

/** A procedure that the commune has switched off: says so, why, and whom to ask. */
function answerHidden(turn: Turn, { code, shortName }: LocalProcedure, reason: string): Outcome {
  const { commune } = turn.here.local;
  const text = `${texts.notDoneHere(commune, shortName, reason)}\n${counterContact(commune)}`;
  return answer(turn, [message(text)], {
    handler: 'not-done-here',
    kind: 'out',
    shown: [code],
  });
}

/** The short first message: what people want first, then the facet if one was asked for, the source in the last line. */
function card(here: Here, procedure: LocalProcedure, facet?: Facet): Reply {
  const { shortName, summary, agency } = procedure;
  const lines = [
    `${shortName} (${fieldName(procedure.field)})`,
    summary,
    '',
    `• Giấy tờ chính: ${show.documentsInShort(procedure, here.day)}`,
    `• Lệ phí: ${show.feesInShort(procedure, here.day)}`,
    `• Thời hạn: ${show.timeInShort(procedure)}`,
    `• Nộp tại: ${agency.submitTo}`,
    ...(facet === 'conditions' ? [] : show.deadlineLines(procedure)),
    ...localLines(procedure, 'fees'),
    ...(facet === undefined ? [] : ['', show.facetText(procedure, facet, here.day)]),
    ...show.warningsText(procedure, here.day),
    '',
    show.sourceLine(procedure),
  ];
  const choices = OFFERED_FACETS.filter((other) => other !== facet)
    .slice(0, 3)
    .map((facet) => facetChoice(procedure, facet));
  return message(lines.join('\n'), [...choices, ...links(here, procedure)]);
}

function facetReply(here: Here, procedure: LocalProcedure, facet: Facet): Reply {
  const text = [
    `${procedure.shortName} – ${show.FACET_TITLES[facet].toLowerCase()}:`,
    show.facetText(procedure, facet, here.day),
    ...localLines(procedure, LOCAL_PARTS[facet]),
    ...show.warningsText(procedure, here.day),
    '',
    show.sourceLine(procedure),
  ].join('\n');
  const others = OFFERED_FACETS.filter((other) => other !== facet).slice(0, 3);
  return message(text, [
    ...others.map((other) => facetChoice(procedure, other)),
    ...links(here, procedure),
  ]);
}

/** Which local part each facet may show. */
const LOCAL_PARTS: Partial<Record<Facet, LocalPart>> = {
  fees: 'fees',
  time: 'processingTime',
  where: 'submitTo',
  online: 'onlineLevel',
};

function localLines(procedure: LocalProcedure, part: LocalPart | undefined): string[] {
  const source = part && localSource(procedure, part);
  const contact =
    part === 'submitTo' && procedure.contact !== undefined
      ? [texts.askMore(procedure.contact)]
      : [];
  return source === undefined ? contact : [source, ...contact];
}

function successorReply({ local }: Here, { name, replacedBy }: LocalProcedure): Reply {
  const successors = replacedBy
    .map((code) => local.procedures.get(code))
    .filter((procedure) => procedure !== undefined);
  const text = [
    texts.abolished(name),
    ...(successors.length === 0 ? [] : [texts.replacedBy]),
    ...successors.map((successor) => `• ${successor.name} (mã ${successor.code})`),
  ].join('\n');
  return message(
    text,
    successors.map(({ shortName, code }) => say(shortName, { do: 'procedure', code })),
  );
}

function facetChoice({ code }: LocalProcedure, facet: Facet): Choice {
  return say(show.FACET_TITLES[facet], { do: 'procedure', code, facet });
}

function links(
  { publicUrl, local }: Here,
  { code, channels, links: known }: LocalProcedure,
): Choice[] {
  const online = channels.some(({ kind }) => kind === 'online') ? known.byCode : null;
  const own =
    publicUrl === undefined
      ? undefined
      : new URL(`/tthc/${code}?xa=${local.commune.slug}`, publicUrl).href;
  const full = own ?? known.page;
  if (online === null && full === null)
    return known.byCode === null ? [] : [link('Xem trên Cổng Dịch vụ công', known.byCode)];
  return [
    ...(online === null ? [] : [link('Nộp trực tuyến', online)]),
    ...(full === null ? [] : [link('Xem đầy đủ', full)]),
  ];
}
