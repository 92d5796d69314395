/** Why the bot answered as it did: shown by the simulator and `cli ask --why`. Holds no personal data but the question. */
export type TurnTrace = {
  eventId: string;
  oaId: string;
  userId: string;
  /** The handler that answered. */
  handler: string;
  ms: number;
  explanation: Explanation | undefined;
};

/** How a question was understood. */
export type Explanation = {
  /** The readings of the question that were searched for. */
  readings: readonly string[];
  /** The aspect asked about, such as fees; undefined when none was named. */
  facet: string | undefined;
  /** What the search decided: answer, choose or none. */
  band: string;
  /** How likely the message is about something we know, and the best candidate the right one. */
  certainty?: { inScope: number; right: number };
  /** The intent that the message sounds like, whatever it is about, and how clearly; none when it sounds like a question. */
  sounds?: { intent: string; lead: number };
  candidates: readonly {
    id: string;
    title: string;
    score: number;
    features?: Readonly<Record<string, number>>;
  }[];
};
