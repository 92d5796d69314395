/** Milliseconds since some fixed moment. Unlike the clock on the wall it is never set back or forward. */
export type Elapsed = () => number;

export const systemElapsed: Elapsed = () => performance.now();
