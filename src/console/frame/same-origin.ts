import type { Request } from 'express';

/**
 * Whether a form may have been sent by a page of ours. Browsers say it in `Sec-Fetch-Site` (over https and on this
 * machine) or in `Origin`; who says neither is no browser that another site could abuse, and still needs the token.
 */
export function isFromHere(request: Request, baseUrl: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  if (origin === undefined) return true;
  // A proxy may change Host, so the public address counts as well.
  const hosts = [request.get('Host'), new URL(baseUrl).host];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
