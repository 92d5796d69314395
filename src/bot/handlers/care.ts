import type { Hit } from '../../search/search.ts';
import { answer, message, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Outcome, Turn } from '../turn.ts';
import { findProcedure } from './procedure.ts';

const DENUNCIATION = '2.002396'; // giải quyết tố cáo cấp xã
const RECEPTION = '2.001909'; // tiếp công dân cấp xã

/** Whether something was understood that must not wait for a question back. */
export function isPressing(hit: Hit | undefined): boolean {
  return (hit?.kind === 'intent' && hit.id === 'danger') || isDenunciation(hit);
}

/** Whether somebody wants to denounce, or asks how to. */
export function isDenunciation(hit: Hit | undefined): boolean {
  return hit?.id === 'denunciation' || hit?.id === DENUNCIATION;
}

/** Danger first: the emergency numbers, before anything else. */
export function answerDanger(turn: Turn): Outcome {
  return answer(turn, [message(texts.danger, [say('Gửi phản ánh', { do: 'report' })])], {
    handler: 'danger',
    kind: 'pakn',
  });
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
