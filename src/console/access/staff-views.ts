import { type Html, html } from '../../lib/html.ts';
import { type Officer, ROLES } from '../../model/officer.ts';
import type { Problem } from '../frame/form.ts';
import { button, checkboxes, errorSummary, moment, postForm, textField } from '../frame/parts.ts';
import { type Answer, type OfficerVisit, page } from '../frame/route.ts';
import { ROLE_WORDS } from '../words.ts';
import { isLocked } from './lockout.ts';

const ROLE_OPTIONS = ROLES.map((role) => ({
  value: role,
  label: ROLE_WORDS[role].name,
  hint: ROLE_WORDS[role].may,
}));

/** Everybody in the commune, and the form that lets one more in. */
export function staffPage(visit: OfficerVisit, problems: readonly Problem[] = []): Answer {
  const { services, officer, form, commune, now } = visit;
  const rows = services.roster.of(officer.communeSlug).map((one) => staffRow(one, now));
  const body = html`${errorSummary(problems)}
<table class="cards"><caption>${rows.length} tài khoản của ${commune.commune.name}</caption>
<thead><tr><th scope="col">Họ tên</th><th scope="col">Tên đăng nhập</th><th scope="col">Vai trò</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>${rows}</tbody></table>
<section class="narrow"><h2>Thêm cán bộ</h2>
${postForm(visit, '/nhan-su', [
  textField(
    { name: 'ho-ten', label: 'Họ tên', value: form.get('ho-ten') ?? '', required: true },
    problems,
  ),
  textField(
    {
      name: 'ten-dang-nhap',
      label: 'Tên đăng nhập',
      hint: 'Chữ không dấu, ví dụ lan.nguyen',
      value: form.get('ten-dang-nhap') ?? '',
      required: true,
    },
    problems,
  ),
  checkboxes(
    { name: 'vai-tro', label: 'Vai trò', options: ROLE_OPTIONS, values: form.getAll('vai-tro') },
    problems,
  ),
  button('Tạo tài khoản và lấy liên kết'),
])}</section>`;
  return page('Cán bộ', body, problems.length > 0 ? 400 : 200);
}

function staffRow(officer: Officer, now: Date): Html {
  const { id, name, login, roles } = officer;
  return html`<tr><th scope="row"><a href="/can-bo/nhan-su/${id}">${name}</a></th><td data-label="Tên đăng nhập">${login}</td>
<td data-label="Vai trò">${roles.map((role) => ROLE_WORDS[role].name).join(', ')}</td><td data-label="Tình trạng">${standing(officer, now)}</td></tr>`;
}

function standing(officer: Officer, now: Date): Html {
  if (!officer.active) return html`<span class="badge">Đã khóa</span>`;
  if (isLocked(officer, now))
    return html`<span class="badge amber">Tạm chặn do sai mật khẩu</span>`;
  if (officer.passwordHash !== undefined) return html`<span class="badge green">Đang dùng</span>`;
  const isInvited = officer.invitation !== undefined && now < officer.invitation.expiresAt;
  if (isInvited) return html`<span class="badge blue">Chờ đặt mật khẩu</span>`;
  return html`<span class="badge amber">Liên kết đã hết hạn</span>`;
}

/** One colleague: roles, a new link, switched off and on. */
export function officerPage(
  visit: OfficerVisit,
  colleague: Officer,
  problems: readonly Problem[] = [],
): Answer {
  const { id, name, login, roles, active, createdAt } = colleague;
  const body = html`${errorSummary(problems)}
<p><a href="/can-bo/nhan-su">Mọi cán bộ</a></p>
<dl><dt>Tên đăng nhập</dt><dd>${login}</dd><dt>Tình trạng</dt><dd>${standing(colleague, visit.now)}</dd><dt>Tạo lúc</dt><dd>${moment(createdAt)}</dd></dl>
<section class="narrow"><h2>Vai trò</h2>
${postForm(visit, `/nhan-su/${id}/vai-tro`, [
  checkboxes(
    { name: 'vai-tro', label: 'Được làm gì', options: ROLE_OPTIONS, values: roles },
    problems,
  ),
  button('Lưu vai trò'),
])}
<h2>Liên kết đặt mật khẩu</h2>
<p>Dùng khi quên mật khẩu hoặc liên kết cũ đã hết hạn. Liên kết dùng được một lần, trong 24 giờ.</p>
${postForm(visit, `/nhan-su/${id}/lien-ket`, button('Cấp liên kết mới', 'plain'))}
<h2>${active ? 'Khóa tài khoản' : 'Mở lại tài khoản'}</h2>
${active ? html`<p>Khi cán bộ chuyển công tác. Việc đã làm và nhật ký vẫn giữ nguyên.</p>` : html`<p>Cán bộ đăng nhập lại bằng mật khẩu cũ, hoặc bằng liên kết mới.</p>`}
${postForm(visit, `/nhan-su/${id}/${active ? 'khoa' : 'mo'}`, active ? button('Khóa tài khoản', 'danger') : button('Mở lại', 'plain'))}
</section>`;
  return page(name, body, problems.length > 0 ? 400 : 200);
}

/** The link, shown this one time. */
export function invitedPage({ name, login }: Officer, link: string): Answer {
  const body = html`<p>Gửi liên kết này cho <strong>${name}</strong> (tên đăng nhập <strong>${login}</strong>) qua một kênh chỉ người ấy đọc. Liên kết dùng được một lần, trong 24 giờ, và chỉ hiện ở đây một lần.</p>
<p class="secret">${link}</p>
<p><a href="/can-bo/nhan-su">Về danh sách cán bộ</a></p>`;
  return page('Liên kết đặt mật khẩu', body);
}
