import type { TextEvent } from '../../model/event.ts';
import type { Hit } from '../../search/search.ts';
import { spell, tokenize } from '../../search/token.ts';
import { answer, message, say } from '../outcome.ts';
import { type EmergencyNumber, texts } from '../texts.ts';
import { emergencyIn } from '../emergency.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import { findProcedure } from './procedure.ts';

const DENUNCIATION = '2.002396'; // giải quyết tố cáo cấp xã
const LIKELY_DENUNCIATION = 0.5; // in the story of a wedding "hai chân bị liệt" may sound like one
const RECEPTION = '2.001909'; // tiếp công dân cấp xã

/** Whether something was understood that must not wait for a question back. */
export function isPressing(hit: Hit | undefined): boolean {
  if (hit === undefined) return false;
  const isDanger = hit.kind === 'intent' && hit.id === 'danger';
  return isDanger || (isDenunciation(hit) && hit.score >= LIKELY_DENUNCIATION);
}

/** Whether somebody wants to denounce, or asks how to. */
export function isDenunciation(hit: Hit | undefined): boolean {
  return hit?.id === 'denunciation' || hit?.id === DENUNCIATION;
}

/** Danger first: the emergency numbers, before anything else. */
export function answerDanger(turn: Turn<TextEvent>): Outcome {
  const number = numberFor(turn.event.text);
  return answer(turn, [message(texts.danger(number), [say('Gửi phản ánh', { do: 'report' })])], {
    handler: 'danger',
    kind: 'pakn',
  });
}

/** Somebody cries for help: the numbers come before anything is asked or looked up. */
export const helpAtOnce: Handler<TextEvent> = (turn) =>
  emergencyIn(turn.event.text) === undefined ? undefined : answerDanger(turn);

/** Which number to call first, by the words of the message without marks; the police when they do not tell. */
const CALLS: readonly (readonly [RegExp, EmergencyNumber])[] = [
  [/\b(tre em|be gai|be trai|chau be|dua be|hoc sinh)\b.*\b(xam hai|danh|bao hanh|hanh ha)\b/, 111],
  [/\b(xam hai|bao hanh|hanh ha)\b.*\b(tre em|be|chau)\b/, 111],
  [/\b(danh|chem|dao|giet|cuop)\b/, 113],
  [
    /\b(chay nha|dang chay|chay roi|co chay|hoa hoan|chay rung|bi chay|duoi nuoc|chet duoi|mac ket|bi ket|ro ri|ro ga|xi gas?|sap nha|lu cuon|sat lo|truot dat|chim|te xuong|roi xuong|nga xuong|boc khoi)\b/,
    114,
  ],
  [
    /\b(tai nan|tong xe|bat tinh|ngat|dot quy|cap cuu|bi thuong|dien giat|tu tu|muon song|muon chet|ngo doc|uong nham|hoc hat|hoc xuong|ran (?:\S+ )?can|cho can|ong vo ve|ong bap cay|kho tho|tim (?:tai|mat)|co giat|chuyen da|vo oi|chay mau|mau nhieu|nhieu mau)\b/,
    115,
  ],
];

function numberFor(text: string): EmergencyNumber {
  const words = spell(tokenize(text));
  return CALLS.find(([signs]) => signs.test(words))?.[1] ?? emergencyIn(text) ?? 113;
}

/** A denunciation is never filed here: says where and how, and warns not to write details. */
export function answerDenunciation(turn: Turn): Outcome {
  const offered = [DENUNCIATION, RECEPTION].flatMap((code) => {
    const procedure = findProcedure(turn.here, code);
    return procedure === undefined ? [] : [say(procedure.shortName, { do: 'procedure', code })];
  });
  return answer(turn, [message(texts.denunciation, offered)], {
    handler: 'denunciation',
    kind: 'answer',
    hits: [{ kind: 'procedure', id: DENUNCIATION, title: 'Tố cáo', part: undefined, score: 1 }],
  });
}
