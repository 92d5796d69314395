// Phone, identity and account numbers as people write them: "0912 - 345 - 678", "(+84) 912.345.678".
const LONG_NUMBER = /(?:\+?\d[\s.()–-]{0,3}){8,}\d/g;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/g;

/** Hides phone numbers, identity numbers and mail addresses in a text that staff will read. */
export function maskPersonalData(text: string): string {
  return text.replace(LONG_NUMBER, '[số đã che]').replace(EMAIL, '[email đã che]');
}

/** A phone number with its middle hidden: `0912***678`. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '***' : `${phone.slice(0, -6)}***${phone.slice(-3)}`;
}
