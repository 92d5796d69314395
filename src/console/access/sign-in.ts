import { z } from 'zod';
import { html } from '../../lib/html.ts';
import { auditChange } from '../audit.ts';
import { type Problem, readForm } from '../frame/form.ts';
import { button, errorSummary, postForm, textField } from '../frame/parts.ts';
import { type Answer, page, redirect, type Route, type Visit } from '../frame/route.ts';

export const signInRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/dang-nhap',
    allow: 'everyone',
    handle: (visit) => signInPage(visit, { goal: goalOf(visit.query.get('tiep')) }),
  },
  { method: 'post', path: '/dang-nhap', allow: 'everyone', handle: signIn },
  {
    method: 'post',
    path: '/dang-xuat',
    allow: 'signed-in',
    handle: async ({ services, officer, signIn: { tokenHash }, now }) => {
      await services.store.keep([
        { table: 'signIn', key: tokenHash, value: null },
        auditChange({ officer, now }, { act: 'sign-out', subject: officer.login }),
      ]);
      return { ...redirect('/can-bo/dang-nhap', 'da-dang-xuat'), session: 'ended' };
    },
  },
];

const signInSchema = z.object({
  'ten-dang-nhap': z.string().trim().max(100).default(''),
  'mat-khau': z.string().max(1000).default(''),
  tiep: z.string().default(''),
});

async function signIn(visit: Visit): Promise<Answer> {
  const { services, form, address, now } = visit;
  const read = readForm(signInSchema, form);
  if (!read.ok) return refused(visit, { login: '', goal: '/can-bo', lockedUntil: undefined });
  const { 'ten-dang-nhap': login, 'mat-khau': password, tiep } = read.value;
  const admission = await services.door.admit({ login, password, address, now });
  const goal = goalOf(tiep);
  if (!admission.admitted) return refused(visit, { login, goal, ...admission });
  return { kind: 'redirect', to: goal, session: { token: admission.token } };
}

type Refused = { login: string; goal: string; lockedUntil: Date | undefined };

function refused(visit: Visit, { login, goal, lockedUntil }: Refused): Answer {
  const message =
    lockedUntil === undefined
      ? 'Tên đăng nhập hoặc mật khẩu không đúng.'
      : `Sai nhiều lần. Anh/chị thử lại sau ${minutesUntil(lockedUntil, visit.now)} phút, hoặc nhờ người quản trị của xã cấp liên kết mới.`;
  const problems = [{ field: 'ten-dang-nhap', message }];
  return signInPage(visit, { goal, login, problems });
}

function minutesUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
}

type SignInForm = { goal: string; login?: string; problems?: readonly Problem[] };

function signInPage(visit: Visit, { goal, login, problems = [] }: SignInForm): Answer {
  const form = postForm(visit, '/dang-nhap', [
    html`<input type="hidden" name="tiep" value="${goal}">`,
    textField(
      {
        name: 'ten-dang-nhap',
        label: 'Tên đăng nhập',
        value: login,
        autocomplete: 'username',
        required: true,
      },
      problems,
    ),
    textField({
      name: 'mat-khau',
      label: 'Mật khẩu',
      type: 'password',
      autocomplete: 'current-password',
      required: true,
    }),
    button('Đăng nhập'),
  ]);
  const body = html`<div class="narrow">${errorSummary(problems)}${form}
<p class="hint">Quên mật khẩu: nhờ người quản trị của xã cấp liên kết đặt lại mật khẩu.</p></div>`;
  return page('Đăng nhập', body, problems.length > 0 ? 401 : 200);
}

/** Where to go on after signing in: a page of the console, and never somebody else's. */
export function goalOf(given: string | null): string {
  const isOurs = given !== null && /^\/can-bo(?:[/?][\w\-./?=&%+]*)?$/.test(given);
  return isOurs && !given.includes('..') ? given : '/can-bo';
}
