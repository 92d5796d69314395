/** Lower-cases, composes and strips Vietnamese marks: "Đăng ký" becomes "dang ky". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}
