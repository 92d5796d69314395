import { randomUUID } from 'node:crypto';
import { hashSecret, newSecret } from '../../src/lib/secret.ts';
import type { Officer, Role, SignIn } from '../../src/model/officer.ts';
import { invitedOfficer } from '../../src/model/officer.ts';
import { commune } from '../helpers/build.ts';
import { type Program, startProgram } from '../helpers/program.ts';
import { type Files, knowledgeFolder } from '../knowledge/folder.ts';

/** The program with two communes that know almost nothing, so that it starts at once. */
export async function startConsole(
  settings: Readonly<Record<string, string>> = {},
  dataFolder?: string,
  more: Files = {},
): Promise<Program> {
  const neighbour = commune({ slug: 'dai-son', name: 'xã Đại Sơn', ticketPrefix: 'DS' });
  const files = { 'communes/dai-son/commune.json': neighbour, ...more };
  const KNOWLEDGE_DIR = await knowledgeFolder(files);
  const folder = dataFolder === undefined ? {} : { dataFolder };
  return startProgram({ settings: { KNOWLEDGE_DIR, ...settings }, ...folder });
}

export type Page = { status: number; text: string; headers: Headers; location: string | null };
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser as officers use it: keeps cookies, follows nothing, sends forms with what their page gave it. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #url: string;
  csrfToken = '';

  constructor({ url }: Pick<Program, 'url'>) {
    this.#url = url;
  }

  async get(path: string): Promise<Page> {
    const page = await this.request(path, {});
    const [, token] = /name="_csrf" value="([^"]*)"/.exec(page.text) ?? [];
    if (token !== undefined) this.csrfToken = token;
    return page;
  }

  /** Sends a form with the token that the last page gave. */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Page> {
    const form = new URLSearchParams({ _csrf: this.csrfToken });
    for (const [name, value] of Object.entries(fields)) {
      form.delete(name);
      for (const one of [value].flat()) form.append(name, one);
    }
    return this.request(path, { method: 'POST', body: form, headers });
  }

  async request(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const url = new URL(path, this.#url);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const location = response.headers.get('Location');
    return { status: response.status, text, headers: response.headers, location };
  }
}

/** An officer of a commune; one with every working role unless told otherwise. */
export function anOfficer(change: Partial<Officer> = {}): Officer {
  const id = randomUUID();
  const person = {
    id,
    communeSlug: 'nam-dan',
    login: `can-bo-${id.slice(0, 8)}`,
    name: 'Lý Thị Hoa',
    roles: ['intake', 'handler', 'leader', 'editor', 'admin'] as const,
    createdAt: new Date(),
  };
  const withoutLink = { invitation: undefined, passwordHash: 'scrypt$2$1$1$A$A' };
  return { ...invitedOfficer(person, ''), ...withoutLink, ...change };
}

/** Somebody who has just signed in, without the quarter second that a password takes. */
export async function signedIn(
  program: Program,
  change: Partial<Officer> = {},
  session: Partial<SignIn> = {},
): Promise<{ browser: Browser; officer: Officer }> {
  const officer = anOfficer(change);
  const token = newSecret();
  const now = new Date();
  const signIn: SignIn = {
    tokenHash: hashSecret(token),
    officerId: officer.id,
    csrfToken: newSecret(),
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
    ...session,
  };
  await program.store.keep([
    { table: 'officer', key: officer.id, value: officer },
    { table: 'signIn', key: signIn.tokenHash, value: signIn },
  ]);
  const browser = new Browser(program);
  browser.cookies.set('can-bo', token);
  browser.csrfToken = signIn.csrfToken;
  return { browser, officer };
}

/** Signed in with one role only. */
export async function withRole(program: Program, role: Role, change: Partial<Officer> = {}) {
  return signedIn(program, { roles: [role], ...change });
}

/** The acts of the audit log so far. */
export function auditActs({ store }: Program): string[] {
  return [...store.audit.values()].map(({ act }) => act);
}
