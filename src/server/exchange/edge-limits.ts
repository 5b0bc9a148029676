/** What connections and bodies may cost, whoever is behind them (test/long/edge/unfinished-bodies.test.ts). */
export interface EdgeLimits {
  /** Bytes of requests, and of answers that nobody has read yet, that the process holds at a time. */
  readonly heldBytes: number;
  /** A body may come as slowly as it likes, or not at all, for so long; on the whole it comes at this rate. */
  readonly bodyGraceMs: number;
  readonly bodyBytesPerSecond: number;
  /** A connection is cut when nothing of an answer is taken for so long, or when the whole answer takes longer. */
  readonly stallMs: number;
  readonly answerMs: number;
}

export const EDGE_LIMITS: EdgeLimits = {
  heldBytes: 256 * 1024 * 1024,
  bodyGraceMs: 10_000,
  bodyBytesPerSecond: 100_000,
  stallMs: 30_000,
  answerMs: 180_000,
};

/** The largest body at the lowest rate takes 178 s; headers have their own limit. */
export const WHOLE_REQUEST_MS = 200_000;
