/** How much longer a process may take to end, its connections to the database closed, before it counts for one that hangs. */
export const WITHOUT_WORD_MS = 5_000;
