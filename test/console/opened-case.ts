import type { Ticket } from '../../src/model/ticket.ts';
import { ticket as aTicket } from '../helpers/build.ts';
import type { Program } from '../helpers/program.ts';
import type { Files } from '../knowledge/folder.ts';
import { signedIn, startConsole } from './browser.ts';

/** Keeps a report of the commune and gives it back with its code. */
export async function filed({ store }: Program, change: Partial<Ticket> = {}): Promise<Ticket> {
  const draft = aTicket(change);
  return store.openTicket({ ...draft, series: 'ND-2611' }, {});
}

/** A report of Nấm Dẩn on the screen of an officer who may do everything. */
export async function opened(change: Partial<Ticket> = {}, files: Files = {}) {
  const program = await startConsole({}, undefined, files);
  const ticket = await filed(program, change);
  const path = `/can-bo/phan-anh/${ticket.code}`;
  const { browser, officer } = await signedIn(program);
  const now = () => program.store.ticket(ticket.code);
  const act = (lam: string, fields: Record<string, string> = {}) =>
    browser.post(`${path}/viec`, { lam, 'phien-ban': String(now()?.version), ...fields });
  return { program, ticket, path, browser, officer, now, act };
}
