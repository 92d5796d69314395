import { vietnamDay } from '../../lib/clock.ts';
import { fold } from '../../lib/fold.ts';
import { TICKET_CATEGORIES, TICKET_STATES, type Ticket } from '../../model/ticket.ts';
import { findTicketCode } from '../../pakn/ticket-code.ts';
import { type Standpoint, type View, viewOf } from './views.ts';

const PAGE_SIZE = 50;
const FEWEST_DIGITS = 3; // of a phone number: fewer would find half the commune

/** What an officer looks for. Empty strings ask for nothing. */
export type Wanted = {
  view: View;
  text: string;
  field: string;
  category: string;
  state: string;
  place: string;
  /** `2026-11`: the month in which it was sent. */
  month: string;
  /** From 1. */
  page: number;
};

export type Found = { tickets: readonly Ticket[]; total: number; pages: number };

/** Reads the address of an inbox page. Whatever makes no sense asks for nothing. */
export function wantedOf(query: URLSearchParams): Wanted {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200);
  const among = (name: string, allowed: readonly string[]) =>
    allowed.includes(text(name)) ? text(name) : '';
  const page = Number(query.get('trang'));
  const asked = {
    text: text('tim'),
    field: text('linh-vuc'),
    category: among('loai', TICKET_CATEGORIES),
    state: among('trang-thai', TICKET_STATES),
    place: text('noi'),
    month: /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text('thang')) ? text('thang') : '',
  };
  // Who searches means all reports, unless a view was chosen.
  const usual = Object.values(asked).some((value) => value !== '') ? 'tat-ca' : 'moi';
  // A whole code means that one report, whichever view it lies in.
  const chosen = findTicketCode(asked.text) === undefined ? viewOf(query.get('xem')) : EVERYTHING;
  return {
    ...asked,
    view: chosen ?? viewOf(usual) ?? EVERYTHING,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

const EVERYTHING: View = { id: 'tat-ca', title: 'Tất cả', shows: () => true };

/** One page of what was looked for. The view "Tất cả" shows the newest first, the others what is due first. */
export function findTickets(
  tickets: readonly Ticket[],
  wanted: Wanted,
  standpoint: Standpoint,
): Found {
  const tests = testsOf(wanted);
  const fits = (one: Ticket) => wanted.view.shows(one, standpoint) && tests.every((ok) => ok(one));
  const found = tickets.filter(fits).sort(wanted.view.id === 'tat-ca' ? newestFirst : dueFirst);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const start = (Math.min(wanted.page, pages) - 1) * PAGE_SIZE;
  return { tickets: found.slice(start, start + PAGE_SIZE), total: found.length, pages };
}

type Test = (ticket: Ticket) => boolean;

function testsOf({ text, field, category, state, place, month }: Wanted): Test[] {
  const folded = fold(place);
  return [
    ...(text === '' ? [] : [mentions(text)]),
    ...(field === '' ? [] : [(one: Ticket) => one.field === field]),
    ...(category === '' ? [] : [(one: Ticket) => one.category === category]),
    ...(state === '' ? [] : [(one: Ticket) => one.state === state]),
    ...(folded === '' ? [] : [(one: Ticket) => wordsOf(one).place.includes(folded)]),
    ...(month === '' ? [] : [(one: Ticket) => vietnamDay(one.createdAt).startsWith(month)]),
  ];
}

/** A code, the last digits of a phone number, or words in any order, with or without marks. */
function mentions(text: string): Test {
  const code = findTicketCode(text);
  if (code !== undefined) return (one) => one.code === code;
  const digits = text.replace(/[\s.+-]/g, '');
  const isNumber = /^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS;
  const words = fold(text).split(/\s+/);
  return (one) =>
    (isNumber && phoneOf(one).endsWith(digits.replace(/^84/, ''))) ||
    words.every((word) => wordsOf(one).all.includes(word));
}

function phoneOf({ reporter }: Ticket): string {
  return (reporter.phone ?? '').replace(/\D/g, '');
}

/** The words of a ticket as they are compared: folded. */
type Words = { all: string; place: string };

/** A ticket is never changed, only replaced: what was worked out of one holds as long as it lives. */
const wordsByTicket = new WeakMap<Ticket, Words>();

/** The words of a ticket that a search looks through. */
export function wordsOf(ticket: Ticket): Words {
  const known = wordsByTicket.get(ticket);
  if (known !== undefined) return known;
  const { code, content, place, reporter, field } = ticket;
  const all = fold([code, content, place, reporter.name, reporter.address, field].join('\n'));
  // Many reports name the place in their words only.
  const words = { all, place: place === undefined ? all : fold(place) };
  wordsByTicket.set(ticket, words);
  return words;
}

function newestFirst(one: Ticket, other: Ticket): number {
  return other.createdAt.getTime() - one.createdAt.getTime();
}

function dueFirst(one: Ticket, other: Ticket): number {
  const [due, otherDue] = [one.dueAt?.getTime(), other.dueAt?.getTime()];
  return (due ?? Infinity) - (otherDue ?? Infinity) || newestFirst(other, one);
}
