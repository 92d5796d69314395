// Strings are matched whole so that digits inside them are left alone.
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;
// In JSON a number stands alone or behind one of these; what looks like it inside a string does no harm.
const MAY_HOLD_NUMBER = /(?:^|[:,[\s])-?\d/;

/**
 * Parses JSON in which every number comes back as the string that was printed. Zalo's ids exceed 2^53 and its
 * signature covers the timestamp as printed, so no digit may be lost. Returns undefined if the text is not JSON.
 */
export function parseExactJson(text: string): unknown {
  try {
    // Only valid JSON may be rewritten: quoting could turn a broken text into a valid one.
    const asPrinted: unknown = JSON.parse(text);
    if (!MAY_HOLD_NUMBER.test(text)) return asPrinted; // what Zalo sends as a rule
    const quoted = text.replace(STRING_OR_NUMBER, (token) =>
      token.startsWith('"') ? token : `"${token}"`,
    );
    const value: unknown = JSON.parse(quoted);
    return value;
  } catch {
    return undefined; // not JSON is an expected answer here, and SyntaxError says no more than that
  }
}
