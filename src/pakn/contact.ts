const PHONE = /(?:\+?84|0)(?:[\s.()–-]{0,2}\d){9}(?!\d)/;
const LABELS =
  /(?<!\p{L})(?:họ và tên|họ tên|ho ten|tên là|tên|ten la|tôi là|toi la|mình là|em là|số điện thoại|so dien thoai|điện thoại|đt|dt|sđt|sdt|số|so|phone|zalo)(?!\p{L})/giu;
const NAME_WORD = /^\p{L}+$/u;
const CAPITALISED = /^\p{Lu}\p{L}*$/u;
const MOST_NAME_WORDS = 5;

/** The mobile or landline number in a text, as `0912345678`; undefined when there is none. */
export function findPhone(text: string): string | undefined {
  const digits = PHONE.exec(text)?.[0].replace(/\D/g, '');
  return digits?.replace(/^84/, '0');
}

/**
 * The name in an answer to "họ tên và số điện thoại": what is left beside the number. Undefined when it is no name.
 * `onlyCapitalised`: the words may well be no name at all, so that each must at least look like one.
 */
export function findName(text: string, { onlyCapitalised = false } = {}): string | undefined {
  const words = text
    .replace(PHONE, ' ')
    .replace(LABELS, ' ')
    .split(/[\s,.;:–-]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_NAME_WORDS) return undefined;
  const looksRight = onlyCapitalised ? CAPITALISED : NAME_WORD;
  return words.every((word) => looksRight.test(word)) ? words.join(' ') : undefined;
}
