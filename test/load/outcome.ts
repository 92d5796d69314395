/** What a measurement found, ready to print. `isGood`: it keeps what the project promises. */
export type Outcome = { rows: readonly string[]; isGood: boolean };
