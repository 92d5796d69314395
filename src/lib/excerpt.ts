/** The first letters of a text, with "…" where there is more. Counts letters as people do, so that none is cut in half. */
export function excerpt(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()}…`;
}

/** A text on one line: whatever breaks or spreads it becomes a single blank. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
