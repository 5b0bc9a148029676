import { UNKNOWN_OUTCOME } from '../api/conventions.ts';
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

export type Extent = 'whole' | 'part' | 'unknown';

/** How much of a call was refused. That nothing was changed is said of the whole alone. */
export function extentOf(answer: unknown): Extent {
  if (refusalsIn(answer).some(({ code }) => code === UNKNOWN_OUTCOME)) return 'unknown';
  return isRefused(answer) ? 'whole' : 'part';
}

/** Whether it was refused itself, and so was each of its items that may be. */
function isRefused(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.every(isRefused);
  const { userErrors, ...others } = answer as { readonly userErrors?: readonly Refusal[] };
  const items = Object.values(others).filter(tellsRefusals);
  const isOwn = (userErrors ?? []).length > 0;
  return (isOwn || items.length > 0) && items.every(isRefused);
}

function tellsRefusals(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(tellsRefusals);
  if (typeof part !== 'object' || part === null) return false;
  return 'userErrors' in part || Object.values(part).some(tellsRefusals);
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
