import type { Clock } from '../lib/clock.ts';
import type { OaAccount } from '../model/oa-account.ts';
import type { Assets } from './assets.ts';
import type { Chats } from './chats.ts';
import type { SimulatorLog } from './log.ts';
import type { Residents } from './residents.ts';
import type { StreamHub } from './stream-hub.ts';
import type { Switches } from './switches.ts';
import type { TokenBook } from './token-book.ts';

/** A commune for which an official account is invented. */
export type SimulatedCommune = { slug: string; name: string; shortName: string };

/** An invented official account with the commune's names. */
export type SimulatedAccount = OaAccount & { name: string; shortName: string };

/** All that the simulated Zalo remembers, in memory only. */
export type SimulatorState = {
  clock: Clock;
  /** Where residents' pictures are reached, for the urls in events. */
  baseUrl: () => string;
  accounts: readonly SimulatedAccount[];
  switches: Switches;
  residents: Residents;
  chats: Chats;
  assets: Assets;
  tokens: TokenBook;
  log: SimulatorLog;
  hub: StreamHub;
};
