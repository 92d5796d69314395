import { html, type HtmlValue } from '../../lib/html.ts';
import { type Answer, page } from './route.ts';

/** What does not exist, and what belongs to another commune: nobody can tell the two apart. */
export function notFound(): Answer {
  const body = html`<p>Đường dẫn này không có, hoặc không thuộc xã của anh/chị.</p><p><a href="/can-bo">Về danh sách phản ánh</a></p>`;
  return page('Không tìm thấy', body, 404);
}

/** A page that the officer's roles do not open. */
export function notAllowed(): Answer {
  const body = html`<p>Việc này cần vai trò mà anh/chị chưa được giao. Cần dùng thì anh/chị nhờ người quản trị của xã giao thêm.</p><p><a href="/can-bo">Về trang đầu</a></p>`;
  return page('Chưa được giao quyền', body, 403);
}

/** A form whose proof is missing or old. What was typed is given back. */
export function foreignForm(form = new URLSearchParams()): Answer {
  const body = html`<p>Biểu mẫu này đã cũ hoặc được gửi từ nơi khác, nên chưa có gì thay đổi. Anh/chị mở lại trang rồi làm lại.</p>${typedText(form)}<p><a href="/can-bo">Về trang đầu</a></p>`;
  return page('Chưa gửi được', body, 403);
}

/** A form that came after the session was over. An answer that took half an hour to write must not be lost. */
export function sessionOver(form: URLSearchParams): Answer {
  const body = html`<p>Anh/chị đã hết phiên làm việc, nên chưa có gì thay đổi.</p>${typedText(form)}<p><a href="/can-bo/dang-nhap">Đăng nhập lại</a></p>`;
  return page('Hết phiên làm việc', body, 401);
}

const WORTH_KEEPING = 20; // characters; shorter texts are quicker typed again

/** The longer texts of a form, to copy. Passwords are never among them: their fields have other names. */
function typedText(form: URLSearchParams): HtmlValue {
  return [...form]
    .filter(
      ([name, text]) =>
        !name.startsWith('_') && !name.startsWith('mat-khau') && text.length >= WORTH_KEEPING,
    )
    .map(
      (
        [name, text],
        i,
      ) => html`<div class="field"><label for="da-go-${i}">Anh/chị đã gõ (chép lại trước khi rời trang)</label>
<textarea id="da-go-${i}" rows="6" readonly data-field="${name}">
${text}</textarea></div>`,
    );
}
