import type { Request, Response } from 'express';
import { AppError } from '../../lib/app-error.ts';
import { newSecret, sameSecret } from '../../lib/secret.ts';
import type { Officer, SignIn } from '../../model/officer.ts';
import { noteSeen, sessionOf } from '../access/sessions.ts';
import { type CookieJar, cookieJar } from './cookies.ts';
import { layout, type MenuItem } from './layout.ts';
import { foreignForm, notAllowed, sessionOver } from './refusals.ts';
import {
  type Answer,
  type ConsoleServices,
  mayUse,
  type OfficerVisit,
  redirect,
  type Route,
  type Visit,
} from './route.ts';
import { isFromHere } from './same-origin.ts';

type SignedIn = { officer: Officer; signIn: SignIn };
type Table = readonly Route[];

/** Answers one request for a route of the table: who is it, may they, is the form ours; then the page itself. */
export async function serve(
  { route, table, services }: { route: Route; table: Table; services: ConsoleServices },
  request: Request,
  response: Response,
): Promise<void> {
  const baseUrl = services.baseUrl();
  const jar = cookieJar(request, response, baseUrl.startsWith('https:'));
  const now = services.clock();
  const signedIn = sessionOf(services.store, jar.session, now);
  const csrfToken = signedIn?.signIn.csrfToken ?? jar.guest ?? newSecret();
  if (signedIn === undefined && jar.guest === undefined) jar.setGuest(csrfToken);
  if (signedIn !== undefined) await noteSeen(services.store, signedIn.signIn, now);
  const visit = visitOf(request, { services, now, csrfToken });
  const isOurs = route.method === 'get' || (isFromHere(request, baseUrl) && hasToken(visit));
  const answer = await answerTo({ route, visit, signedIn, isOurs });
  send(answer, { response, jar, visit, table, signedIn });
}

type Asked = { route: Route; visit: Visit; signedIn: SignedIn | undefined; isOurs: boolean };

function answerTo({ route, visit, signedIn, isOurs }: Asked): Answer | Promise<Answer> {
  if (route.allow === 'everyone') return isOurs ? route.handle(visit) : foreignForm();
  if (signedIn === undefined) {
    return route.method === 'post' ? sessionOver(visit.form) : toSignIn(visit);
  }
  if (!mayUse(route, signedIn.officer.roles)) return notAllowed();
  return isOurs ? route.handle(officerVisit(visit, signedIn)) : foreignForm(visit.form);
}

function toSignIn({ url }: Visit): Answer {
  return redirect(`/can-bo/dang-nhap?${new URLSearchParams({ tiep: url }).toString()}`);
}

function officerVisit(visit: Visit, signedIn: SignedIn): OfficerVisit {
  const { communeSlug } = signedIn.officer;
  const commune = visit.services.knowledge().communes.get(communeSlug);
  if (commune === undefined) {
    throw new AppError(`Cán bộ thuộc xã "${communeSlug}" mà kiến thức không có xã này.`, {
      hint: `Khôi phục thư mục knowledge/communes/${communeSlug}.`,
    });
  }
  return { ...visit, ...signedIn, commune };
}

type Given = Pick<Visit, 'services' | 'now' | 'csrfToken'>;

function visitOf(request: Request, given: Given): Visit {
  const { originalUrl, params, ip = '' } = request;
  const body: unknown = request.body;
  const texts = Object.entries(params).filter((pair): pair is [string, string] => {
    return typeof pair[1] === 'string';
  });
  return {
    ...given,
    address: ip,
    url: originalUrl,
    params: Object.fromEntries(texts),
    query: new URL(originalUrl, 'http://here').searchParams,
    form: new URLSearchParams(typeof body === 'string' ? body : ''),
  };
}

function hasToken({ form, csrfToken }: Visit): boolean {
  return sameSecret(form.get('_csrf') ?? '', csrfToken);
}

type Sending = {
  response: Response;
  jar: CookieJar;
  visit: Visit;
  table: Table;
  signedIn: SignedIn | undefined;
};

function send(answer: Answer, { response, jar, visit, table, signedIn }: Sending): void {
  // What stands on a page is personal: neither a proxy nor the "back" button of the next person may show it.
  response.set('Cache-Control', 'no-store');
  switch (answer.kind) {
    case 'redirect':
      if (answer.session === 'ended') jar.endSession();
      else if (answer.session !== 'kept') jar.setSession(answer.session.token);
      response.redirect(303, answer.to);
      return;
    case 'file':
      response
        .set('Content-Disposition', `${answer.disposition}; filename="${answer.name}"`)
        .set('Content-Security-Policy', "default-src 'none'; sandbox") // nothing that was sent may run here
        .type(answer.contentType)
        .send(Buffer.from(answer.bytes));
      return;
    case 'page': {
      const notice = visit.query.get('bao') ?? undefined;
      const shown = signedIn && signedInPart(signedIn, visit, table);
      response
        .status(answer.status)
        .type('html')
        .send(layout({ ...answer, notice, signedIn: shown }));
    }
  }
}

function signedInPart({ officer }: SignedIn, { services, csrfToken, url }: Visit, table: Table) {
  const commune = services.knowledge().communes.get(officer.communeSlug)?.commune;
  const [here = ''] = url.split('?');
  const menu = table.flatMap((route): MenuItem[] => {
    if (route.menu === undefined || !mayUse(route, officer.roles)) return [];
    const href = route.path === '/' ? '/can-bo' : `/can-bo${route.path}`;
    return [{ title: route.menu, href, current: here === href || here.startsWith(`${href}/`) }];
  });
  return { officer, csrfToken, menu, communeName: commune?.name ?? officer.communeSlug };
}
