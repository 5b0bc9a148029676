import { at, type Path } from './draft.ts';

/** A refusal of the server, wherever in the answer it stands. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryable?: boolean;
}

/** All refusals of an answer: of the call as a whole, and of its items. */
export function refusalsIn(answer: unknown): readonly Refusal[] {
  if (Array.isArray(answer)) return answer.flatMap(refusalsIn);
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, part]) =>
    name === 'userErrors' ? (part as Refusal[]) : refusalsIn(part),
  );
}

/**
 * Where a refusal stands in the draft: below `input`, positions as numbers. An item that is named and not counted is the one
 * that has the name among its values. What the draft does not have is told at what holds it.
 */
export function placeOf({ path }: Refusal, draft: unknown): Path {
  const place: (string | number)[] = [];
  for (const step of path.slice(1)) {
    const holder = at(draft, place);
    if (!Array.isArray(holder)) {
      place.push(step);
      continue;
    }
    const index = /^\d+$/.test(step)
      ? Number(step)
      : holder.findIndex((item) => Object.values(item ?? {}).includes(step));
    if (index < 0 || index >= holder.length) break;
    place.push(index);
  }
  return place;
}
