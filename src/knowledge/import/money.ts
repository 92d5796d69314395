/** An amount that a text names, and what it is taken for: "10.000 đồng/lần". */
export type Money = { vnd: number; per: string | undefined };

const NUMBER = String.raw`\d{1,3}(?:[.,]\d{3})+|\d+(?:,\d+)?`;
const MONEY = new RegExp(
  String.raw`(?<![\p{L}\d/.,])(${NUMBER})\s*(triệu|nghìn|ngàn)?\s*((?:việt nam )?đồng|vnđ|vnd|đ)(?!\p{L})(?:\s*/\s*([^;,.()\n]+))?`,
  'giu',
);
const SCALE: Readonly<Record<string, number>> = { triệu: 1_000_000, nghìn: 1000, ngàn: 1000 };

/** Every amount of money in a text. Numbers without a currency (years, document numbers) are not money. */
export function moneyIn(text: string): Money[] {
  return [...text.matchAll(MONEY)].map(([, number = '', scale = '', , per]) => ({
    vnd: Math.round(parseAmount(number) * (SCALE[scale.toLowerCase()] ?? 1)),
    per: per?.trim() === '' ? undefined : per?.trim(),
  }));
}

/** "10.000" and "10,000" as 10000; "1,5" as 1.5; NaN when it is no number. */
export function parseAmount(number: string): number {
  const digits = number.trim();
  if (/^\d{1,3}([.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, ''));
  return /^\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : Number.NaN;
}
