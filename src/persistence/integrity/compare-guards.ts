import { meaningOf } from './definition';

/** What the owner has written down that a version of this program leaves in the database. */
export interface AnnouncedGuards {
  /** The newest migration of that version. */
  readonly migration: string;
  readonly guards: readonly string[];
}

/**
 * What of the guards differs from what this code's migrations left, by meaning; empty when nothing does. `newer`: what a
 * newer version has announced. Its migrations run while servers of this one go on, so what it adds is no fault from the
 * announcement on, nor what it takes away. What neither of the two has is one, and what both have must be there.
 */
export function guardDifferences(
  expected: readonly string[],
  present: readonly string[],
  newer: AnnouncedGuards | null,
): string[] {
  const ours = byMeaning(expected);
  const here = byMeaning(present);
  const theirs = newer && byMeaning(newer.guards);
  const missing = [...ours].filter(([meaning]) => !here.has(meaning) && (theirs?.has(meaning) ?? true));
  const notOurs = [...here].filter(([meaning]) => !ours.has(meaning) && !theirs?.has(meaning));
  return [...missing.map(([, guard]) => `missing: ${guard}`), ...notOurs.map(([, guard]) => `not ours: ${guard}`)];
}

function byMeaning(guards: readonly string[]): ReadonlyMap<string, string> {
  return new Map(guards.map((guard) => [meaningOf(guard), guard]));
}
