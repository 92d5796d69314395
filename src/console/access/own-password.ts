import { html } from '../../lib/html.ts';
import { auditChange } from '../audit.ts';
import type { Problem } from '../frame/form.ts';
import { errorSummary, postForm, textField } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page, redirect, type Route } from '../frame/route.ts';
import { ROLE_WORDS } from '../words.ts';
import { newPasswordFields, readNewPassword } from './new-password.ts';
import { hashPassword } from './password.ts';
import { endSessions } from './sessions.ts';

/** Whose account this is, and its password. */
export const ownPasswordRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/mat-khau',
    allow: 'signed-in',
    handle: (visit) => ownPage(visit, []),
  },
  { method: 'post', path: '/mat-khau', allow: 'signed-in', handle: changePassword },
];

async function changePassword(visit: OfficerVisit): Promise<Answer> {
  const { services, officer, signIn, form, now, address } = visit;
  const { login } = officer;
  const { password, problems } = readNewPassword(form, login);
  if (problems.length > 0) return ownPage(visit, problems);
  // Asked at the door, so that who sits down at a stranger's screen cannot guess here for ever.
  const old = form.get('mat-khau') ?? '';
  if (!(await services.door.isTheirs({ login, password: old, address, now }))) {
    return ownPage(visit, [{ field: 'mat-khau', message: 'Mật khẩu đang dùng không đúng.' }]);
  }
  const passwordHash = await hashPassword(password);
  await services.roster.change(officer.id, (newest) => ({
    officer: { ...newest, passwordHash, invitation: undefined },
    also: [
      ...endSessions(
        services.store,
        ({ officerId, tokenHash }) => officerId === officer.id && tokenHash !== signIn.tokenHash,
      ),
      auditChange({ officer, now }, { act: 'officer.password', subject: login }),
    ],
  }));
  return redirect('/can-bo/mat-khau', 'da-doi-mat-khau');
}

function ownPage(visit: OfficerVisit, problems: readonly Problem[]): Answer {
  const { login, name, roles } = visit.officer;
  const body = html`<div class="narrow">${errorSummary(problems)}
<dl><dt>Họ tên</dt><dd>${name}</dd><dt>Tên đăng nhập</dt><dd>${login}</dd>
<dt>Vai trò</dt><dd>${roles.map((role) => html`${ROLE_WORDS[role].name}: <span class="muted">${ROLE_WORDS[role].may}</span><br>`)}</dd></dl>
<h2>Đổi mật khẩu</h2>
${postForm(visit, '/mat-khau', [
  textField(
    {
      name: 'mat-khau',
      label: 'Mật khẩu đang dùng',
      type: 'password',
      autocomplete: 'current-password',
      required: true,
    },
    problems,
  ),
  newPasswordFields({ login, label: 'Đổi mật khẩu' }, problems),
])}</div>`;
  return page('Tài khoản của tôi', body, problems.length > 0 ? 400 : 200);
}
