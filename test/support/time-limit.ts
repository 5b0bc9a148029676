import { isDistributed } from './connections';

/** How long a test may take that says so itself: several nodes on one machine of a test need longer for the same calls. */
export function timeLimit(ms: number): number {
  return isDistributed() ? 8 * ms : ms;
}
