import { remembered } from './remembered.ts';

// Few letters of a text have marks, and nearly always the same ones: they are looked up, the rest stays as it is.
const MARKED = /[^\u0000-\u007f]{1,8}/gu;
const foldMarked = remembered(withoutMarks);

/** Lower-cases, composes and strips Vietnamese marks: "Đăng ký" becomes "dang ky". */
export function fold(text: string): string {
  return text.replace(MARKED, foldMarked).toLowerCase();
}

function withoutMarks(letters: string): string {
  return letters
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}
