import type { CookieOptions, Request, Response } from 'express';

/** The console's two cookies: who is signed in, and what proves that a visitor's form is from a page of ours. */
export type CookieJar = {
  session: string | undefined;
  guest: string | undefined;
  setSession: (token: string) => void;
  endSession: () => void;
  setGuest: (token: string) => void;
};

/** The cookies of one request. Over https they take the `__Host-` name, which no other site can plant. */
export function cookieJar(request: Request, response: Response, isSecure: boolean): CookieJar {
  const prefix = isSecure ? '__Host-' : '';
  const [session, guest] = [`${prefix}can-bo`, `${prefix}can-bo-khach`];
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/',
  };
  const given = parseCookies(request.get('Cookie') ?? '');
  return {
    session: given.get(session),
    guest: given.get(guest),
    setSession: (token) => response.cookie(session, token, options),
    endSession: () => response.clearCookie(session, options),
    setGuest: (token) => response.cookie(guest, token, options),
  };
}

/** Our values need no decoding: they are base64url. */
function parseCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim(), value.join('=').trim()] as const;
  });
  return new Map(pairs);
}
