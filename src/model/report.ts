/** Who sent a report, as far as they told us. NĐ 20/2008 Điều 7 wants name, address and phone. */
export type Reporter = {
  name: string | undefined;
  phone: string | undefined;
  address: string | undefined;
};

/** What a resident tells of a matter, and what they attach. */
export type ReportContent = {
  content: string;
  imageUrls: readonly string[];
  fileUrls: readonly string[];
  location: { latitude: number; longitude: number } | undefined;
  /** The thôn, street or landmark, in the resident's words. */
  place: string | undefined;
  reporter: Reporter;
};

/** What the bot asks for besides the matter itself. Each may be skipped. */
export const REPORT_QUESTIONS = ['place', 'contact'] as const;
export type ReportQuestion = (typeof REPORT_QUESTIONS)[number];

/** A report being written. */
export type ReportDraft = ReportContent & {
  /** What was asked and passed over: it is not asked again. */
  skipped: readonly ReportQuestion[];
  /** An unfinished report is reminded of once, then dropped. */
  reminded: boolean;
};

export const NOBODY: Reporter = { name: undefined, phone: undefined, address: undefined };

/** A report of which only the words are known yet. */
export function draftOf(content: string): ReportDraft {
  return {
    content,
    imageUrls: [],
    fileUrls: [],
    location: undefined,
    place: undefined,
    reporter: NOBODY,
    skipped: [],
    reminded: false,
  };
}
