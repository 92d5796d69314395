import { html } from '../../lib/html.ts';
import { hashSecret, sameSecret } from '../../lib/secret.ts';
import type { Officer } from '../../model/officer.ts';
import { auditChange } from '../audit.ts';
import type { Problem } from '../frame/form.ts';
import { errorSummary, postForm } from '../frame/parts.ts';
import { type Answer, page, type Route, type Visit } from '../frame/route.ts';
import { newPasswordFields, readNewPassword } from './new-password.ts';
import { hashPassword } from './password.ts';
import { endSessions, openSession } from './sessions.ts';

/** The one-time link: its holder sets a password and is signed in with it. */
export const invitationRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/loi-moi',
    allow: 'everyone',
    handle: (visit) => {
      const officer = invitedBy(visit, visit.query.get('ma'));
      return officer === undefined ? usedUp() : setPasswordPage(visit, officer);
    },
  },
  { method: 'post', path: '/loi-moi', allow: 'everyone', handle: accept },
];

async function accept(visit: Visit): Promise<Answer> {
  const { services, form, now } = visit;
  const invited = invitedBy(visit, form.get('ma'));
  if (invited === undefined) return usedUp();
  const { password, problems } = readNewPassword(form, invited.login);
  if (problems.length > 0) return setPasswordPage(visit, invited, problems);
  const passwordHash = await hashPassword(password);
  let token: string | undefined;
  await services.roster.change(invited.id, (officer) => {
    // Somebody else may have used the link while the password was being hashed.
    if (!isInvitedBy(officer, form.get('ma'), now)) return undefined;
    const session = openSession(officer, now);
    token = session.token;
    const deed = { act: 'officer.password', subject: officer.login };
    return {
      officer: {
        ...officer,
        passwordHash,
        invitation: undefined,
        failures: 0,
        lockedUntil: undefined,
      },
      also: [
        ...endSessions(services.store, ({ officerId }) => officerId === officer.id),
        session.change,
        auditChange({ officer, now }, deed),
      ],
    };
  });
  if (token === undefined) return usedUp();
  return { kind: 'redirect', to: '/can-bo/mat-khau?bao=da-dat-mat-khau', session: { token } };
}

function invitedBy({ services, now }: Visit, secret: string | null): Officer | undefined {
  return [...services.store.officers.values()].find((one) => isInvitedBy(one, secret, now));
}

function isInvitedBy({ active, invitation }: Officer, secret: string | null, now: Date): boolean {
  if (!active || invitation === undefined || secret === null) return false;
  return now < invitation.expiresAt && sameSecret(invitation.tokenHash, hashSecret(secret));
}

function setPasswordPage(
  visit: Visit,
  officer: Officer,
  problems: readonly Problem[] = [],
): Answer {
  const { login, name } = officer;
  const secret = visit.form.get('ma') ?? visit.query.get('ma') ?? '';
  const body = html`<div class="narrow">${errorSummary(problems)}
<p>Chào ${name}. Tên đăng nhập của anh/chị là <strong>${login}</strong>. Anh/chị đặt mật khẩu để bắt đầu.</p>
${postForm(visit, '/loi-moi', [
  html`<input type="hidden" name="ma" value="${secret}">`,
  newPasswordFields({ login, label: 'Đặt mật khẩu và đăng nhập' }, problems),
])}</div>`;
  return page('Đặt mật khẩu', body, problems.length > 0 ? 400 : 200);
}

function usedUp(): Answer {
  const body = html`<p>Liên kết này đã được dùng, đã quá 24 giờ, hoặc chép chưa đủ. Anh/chị nhờ người quản trị của xã cấp liên kết mới.</p><p><a href="/can-bo/dang-nhap">Tới trang đăng nhập</a></p>`;
  return page('Liên kết không còn dùng được', body, 404);
}
