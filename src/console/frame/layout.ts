import { html, type Html, type HtmlValue } from '../../lib/html.ts';
import type { Officer } from '../../model/officer.ts';
import { NOTICES } from '../words.ts';
import { postForm } from './parts.ts';
import { stylePath } from './style.ts';

export type MenuItem = { title: string; href: string; current: boolean };

export type Layout = {
  title: string;
  body: HtmlValue;
  /** A key of `NOTICES`; anything else shows nothing. */
  notice: string | undefined;
  /** Who is signed in, and what stands in their menu. */
  signedIn:
    | { officer: Officer; communeName: string; csrfToken: string; menu: readonly MenuItem[] }
    | undefined;
};

/** A whole page of the console. Works without JavaScript, on a 360 px phone, by keyboard and on paper. */
export function layout({ title, body, notice, signedIn }: Layout): string {
  const told = notice !== undefined && Object.hasOwn(NOTICES, notice) && NOTICES[notice];
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Một cửa</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#trang">Tới nội dung chính</a>
${header(signedIn)}
<main id="trang" tabindex="-1">
${told !== false && told !== undefined && html`<p class="notice" role="status">${told}</p>`}
<h1>${title}</h1>
${body}
</main>
<footer class="foot no-print">Trợ lý Một cửa. Thông tin cá nhân của người dân chỉ dùng để giải quyết phản ánh; mỗi lần xem đều được ghi lại.</footer>
</body>
</html>
`.toString();
}

function header(signedIn: Layout['signedIn']): Html {
  if (signedIn === undefined) {
    return html`<header class="top no-print"><a class="brand" href="/can-bo">Một cửa <span>Bàn làm việc của cán bộ</span></a></header>`;
  }
  const { officer, communeName, csrfToken, menu } = signedIn;
  return html`<header class="top no-print">
<a class="brand" href="/can-bo">Một cửa <span>${communeName}</span></a>
<nav aria-label="Các trang"><ul>${menu.map(menuItem)}</ul></nav>
<div class="who"><a href="/can-bo/mat-khau">${officer.name}</a>
${postForm({ csrfToken }, '/dang-xuat', html`<button class="link">Đăng xuất</button>`)}</div>
</header>`;
}

function menuItem({ title, href, current }: MenuItem): Html {
  return html`<li><a href="${href}"${current && html` aria-current="page"`}>${title}</a></li>`;
}
