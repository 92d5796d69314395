import { Circuit } from '../lib/circuit.ts';
import type { Clock } from '../lib/clock.ts';
import type { Elapsed } from '../lib/elapsed.ts';
import type { OaAccount } from '../model/oa-account.ts';
import type { Blame } from './judge-failure.ts';

const MOST_AT_ONCE = 16; // a call takes about 0.2 s: enough for the 4,000 a minute that Zalo allows
const APP = { failuresToOpen: 5, firstPauseMs: 2000, longestPauseMs: 300_000 } as const;
const ACCOUNT = { failuresToOpen: 1, firstPauseMs: 2000, longestPauseMs: 600_000 } as const;

/** Why nothing goes to Zalo at the moment, for the health page. `reason` is Vietnamese. */
export type SendingTrouble = {
  scope: 'app' | 'account';
  /** The app's or the account's number. */
  id: string;
  since: Date;
  reason: string;
};

type Kept = { circuit: Circuit; trouble: SendingTrouble | undefined };

/** How one call ended: well, or whose fault it was and why. */
export type CallEnd = 'sent' | { blame: Blame; reason: string };

/** Two circuits for each message: Zalo's app, which all accounts share, and the account's own rights. */
export class Circuits {
  readonly #sources: { clock: Clock; elapsed: Elapsed; random: () => number };
  readonly #kept = new Map<string, Kept>();

  constructor(sources: { clock: Clock; elapsed: Elapsed; random: () => number }) {
    this.#sources = sources;
  }

  app(appId: string): Circuit {
    return this.#keep('app', appId).circuit;
  }

  account(oaId: string): Circuit {
    return this.#keep('account', oaId).circuit;
  }

  begin({ appId, oaId }: OaAccount): void {
    this.app(appId).begin();
    this.account(oaId).begin();
  }

  end({ appId, oaId }: OaAccount, end: CallEnd): void {
    const app = this.#keep('app', appId);
    const account = this.#keep('account', oaId);
    if (end === 'sent' || end.blame === 'message') {
      app.circuit.succeed();
      account.circuit.succeed();
    } else if (end.blame === 'account') {
      app.circuit.release();
      account.circuit.fail();
    } else {
      app.circuit.fail({ atOnce: end.blame === 'limit' });
      account.circuit.release();
    }
    const reason = end === 'sent' ? '' : end.reason;
    this.#note(app, { scope: 'app', id: appId, reason });
    this.#note(account, { scope: 'account', id: oaId, reason });
  }

  troubles(): readonly SendingTrouble[] {
    return [...this.#kept.values()].flatMap(({ trouble }) => trouble ?? []);
  }

  reset(): void {
    for (const kept of this.#kept.values()) {
      kept.circuit.reset();
      kept.trouble = undefined;
    }
  }

  #note(kept: Kept, { scope, id, reason }: Omit<SendingTrouble, 'since'>): void {
    if (!kept.circuit.isOpen) kept.trouble = undefined;
    else kept.trouble ??= { scope, id, reason, since: this.#sources.clock() };
  }

  #keep(scope: SendingTrouble['scope'], id: string): Kept {
    const key = `${scope} ${id}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const { elapsed, random } = this.#sources;
    const limits = scope === 'app' ? APP : ACCOUNT;
    const circuit = new Circuit({ ...limits, atOnce: MOST_AT_ONCE, elapsed, random });
    const kept = { circuit, trouble: undefined };
    this.#kept.set(key, kept);
    return kept;
  }
}
