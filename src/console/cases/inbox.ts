import { html } from '../../lib/html.ts';
import { page, type Route } from '../frame/route.ts';

export const inboxRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/',
    menu: 'Phản ánh',
    allow: 'signed-in',
    handle: () => page('Phản ánh', html`<p>Chưa có phản ánh nào.</p>`),
  },
];
