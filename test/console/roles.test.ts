import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/console/frame/route.ts';
import { routes } from '../../src/console/routes.ts';
import { ROLES } from '../../src/model/officer.ts';
import { Browser, withRole, startConsole } from './browser.ts';

const REFUSED = 403;

function addressOf({ path }: Route): string {
  return `/can-bo${path.replace(/:\w+/g, 'khong-co')}`;
}

function ask(browser: Browser, route: Route) {
  const address = addressOf(route);
  return route.method === 'get' ? browser.get(address) : browser.post(address);
}

describe('every route of the console', () => {
  it('is closed to who has not signed in, but for the way in', async () => {
    const program = await startConsole();

    const open: string[] = [];
    for (const route of routes) {
      const { status, location } = await ask(new Browser(program), route);
      const isClosed =
        route.method === 'get' ? location?.includes('/dang-nhap?tiep=') : status === 401;
      if (isClosed !== true) open.push(`${route.method} ${route.path}`);
    }

    expect(open.sort()).toEqual([
      'get /dang-nhap',
      'get /loi-moi',
      'post /dang-nhap',
      'post /loi-moi',
    ]);
  });

  it.each(ROLES)('opens to the role "%s" exactly where the table says so', async (role) => {
    const program = await startConsole();

    const differs: string[] = [];
    for (const route of routes) {
      const { browser } = await withRole(program, role);
      const { status } = await ask(browser, route);
      const allowed = typeof route.allow === 'string' || route.allow.includes(role);
      if ((status !== REFUSED) !== allowed || status >= 500) {
        differs.push(`${route.method} ${route.path}: ${status}`);
      }
    }

    expect(differs).toEqual([]);
  });

  it.each(ROLES)('shows "%s" a menu of what they may open, and nothing else', async (role) => {
    const program = await startConsole();
    const { browser } = await withRole(program, role);

    const { text } = await browser.get('/can-bo/mat-khau');

    for (const { menu, allow } of routes) {
      if (menu === undefined) continue;
      const allowed = typeof allow === 'string' || allow.includes(role);
      expect([menu, text.includes(`>${menu}</a></li>`)]).toEqual([menu, allowed]);
    }
  });

  it('takes no form without the token, with a foreign one, or from another site', async () => {
    const program = await startConsole();

    const taken: string[] = [];
    for (const route of routes.filter(({ method }) => method === 'post')) {
      const { browser } = await withRole(program, 'admin');
      const { browser: other } = await withRole(program, 'admin');
      if (typeof route.allow !== 'string' && !route.allow.includes('admin')) continue;
      const own = browser.csrfToken;
      const answers = [
        await browser.post(addressOf(route), { _csrf: '' }),
        await browser.post(addressOf(route), { _csrf: other.csrfToken }),
        await browser.post(addressOf(route), { _csrf: own }, { Origin: 'https://evil.example' }),
        await browser.post(addressOf(route), { _csrf: own }, { Origin: 'null' }),
        await browser.post(addressOf(route), { _csrf: own }, { 'Sec-Fetch-Site': 'same-site' }),
      ];
      if (answers.some(({ status }) => status !== REFUSED)) taken.push(route.path);
    }

    expect(taken).toEqual([]);
  });
});
