import { html, type HtmlValue } from '../../lib/html.ts';
import type { Problem } from '../frame/form.ts';
import { button, textField } from '../frame/parts.ts';
import { passwordProblem, SHORTEST_PASSWORD } from './password.ts';

/** The two fields for a new password. They come back empty. */
export function newPasswordFields(
  { login, label }: { login: string; label: string },
  problems: readonly Problem[],
): HtmlValue {
  return [
    // Tells the browser's keeper of passwords whose this is.
    html`<input type="hidden" name="ten-dang-nhap" value="${login}" autocomplete="username">`,
    textField(
      {
        name: 'mat-khau-moi',
        label: 'Mật khẩu mới',
        hint: `Ít nhất ${SHORTEST_PASSWORD} ký tự. Nên dùng một câu dài mà chỉ mình anh/chị nghĩ ra, ví dụ bốn từ không liên quan nhau.`,
        type: 'password',
        autocomplete: 'new-password',
        required: true,
      },
      problems,
    ),
    textField(
      {
        name: 'mat-khau-lai',
        label: 'Gõ lại mật khẩu mới',
        type: 'password',
        autocomplete: 'new-password',
        required: true,
      },
      problems,
    ),
    button(label),
  ];
}

/** The new password of a form, or what is wrong with it. */
export function readNewPassword(
  form: URLSearchParams,
  login: string,
): { password: string; problems: readonly Problem[] } {
  const password = form.get('mat-khau-moi') ?? '';
  const weak = passwordProblem(password, login);
  if (weak !== undefined) return { password, problems: [{ field: 'mat-khau-moi', message: weak }] };
  const isSame = password === form.get('mat-khau-lai');
  const differs = { field: 'mat-khau-lai', message: 'Hai lần gõ chưa giống nhau.' };
  return { password, problems: isSame ? [] : [differs] };
}
