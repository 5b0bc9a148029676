/** How long a stop waits for what is under way, once nothing more is taken. */
export const DRAIN_MS = 10_000;
/** How much longer a process may take to end, its connections to the database closed, before it counts for one that hangs. */
export const WITHOUT_WORD_MS = 5_000;
