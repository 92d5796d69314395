// Phones and identity numbers as people write them: with spaces, dots or dashes between groups of digits.
const LONG_NUMBER = /(?:\+?\d[\s.-]?){8,14}\d/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;

/** Hides phone numbers, identity numbers and mail addresses in a text that staff will read. */
export function maskPersonalData(text: string): string {
  return text.replace(LONG_NUMBER, '[số đã che]').replace(EMAIL, '[email đã che]');
}
