import fc from 'fast-check';
import { openSession } from '../../src/console/access/sessions.ts';
import { routes } from '../../src/console/routes.ts';
import type { Store } from '../../src/store/store.ts';
import { anOfficer } from '../console/browser.ts';
import { ticket } from '../helpers/build.ts';

/** Those of passwords take a quarter second each, and signing out would end the run. */
const LEFT_OUT = /^\/(?:dang-nhap|dang-xuat|mat-khau|loi-moi)/;

/** What the forms and lists of the console are asked with. */
const FIELDS = [
  ...[
    'tim',
    'xem',
    'trang',
    'tu',
    'den',
    'loai',
    'linh-vuc',
    'nguon',
    'kenh',
    'trang-thai',
    'thang',
  ],
  ...[
    'viec',
    'noi-dung',
    'noi',
    'dien-thoai',
    'ho-ten',
    'dia-chi',
    'vai-tro',
    'giao-cho',
    'gop-vao',
  ],
  ...[
    'so-ngay',
    'co-quan',
    'ket-qua',
    'cach-hoi',
    'cach-goi',
    'tra-loi',
    'ten',
    'ten-dang-nhap',
    'ai',
  ],
];
const ACTS = [
  'receive',
  'assign',
  'start',
  'answer',
  'approve',
  'return',
  'extend',
  'merge',
  'close',
];

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '-1', '1e309', '2026-13-40', '2026-11-21', '__proto__', '%00', '💥', ...ACTS),
);
const fields = fc.dictionary(fc.constantFrom(...FIELDS), oddText, { maxKeys: 6 });

/** Requests to every page and form of the console by somebody who is signed in, with values that nobody would send. */
export async function officerCalls(store: Store): Promise<fc.Arbitrary<Buffer>> {
  const { code } = await store.openTicket({ ...ticket(), series: 'ND-2611' }, {});
  const officer = anOfficer();
  const { token, change } = openSession(officer, new Date());
  await store.keep([{ table: 'officer', key: officer.id, value: officer }, change]);
  const csrf = change.table === 'signIn' && change.value ? change.value.csrfToken : '';
  const open = routes.filter(({ path }) => !LEFT_OUT.test(path));
  const id = fc.oneof(fc.constantFrom(code, officer.id), oddText);
  return fc
    .record({ route: fc.constantFrom(...open), id, address: fc.ipV4(), fields })
    .map(({ route: { method, path }, id, address, fields }) => {
      const filled = path.replaceAll(/:[a-z]+/g, () => encodeURIComponent(id) || 'x');
      const said = new URLSearchParams(fields).toString();
      const isForm = method.toLowerCase() === 'post';
      const body = isForm ? `_csrf=${csrf}&${said}` : '';
      const head = [
        `${method.toUpperCase()} /can-bo${filled}${isForm ? '' : `?${said}`} HTTP/1.1`,
        `Host: 127.0.0.1\r\nX-Forwarded-For: ${address}\r\nCookie: can-bo=${token}`,
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}`,
      ];
      return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
    });
}
