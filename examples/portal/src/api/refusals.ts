import type { RefusalFragment } from './generated.ts';

/** What a mutation refused, sorted to the fields of the form that sent it. */
export interface Refusals {
  /** What is refused at this place of `input`, or below it. */
  readonly at: (...path: readonly (string | number)[]) => string | undefined;
  /** What belongs to none of the places that were asked for. */
  readonly elsewhere: readonly string[];
}

/** `places`: where the form has fields, each as a path below `input`. */
export function sortRefusals(
  refusals: readonly RefusalFragment[],
  places: readonly (readonly (string | number)[])[],
): Refusals {
  const isAt = (path: readonly string[], place: readonly (string | number)[]) =>
    path[0] === 'input' && place.every((part, index) => path[index + 1] === String(part));
  const messages = (found: readonly RefusalFragment[]) => [...new Set(found.map(({ message }) => message))];
  return {
    at: (...place) => messages(refusals.filter(({ path }) => isAt(path, place))).join(' ') || undefined,
    elsewhere: messages(refusals.filter(({ path }) => !places.some((place) => isAt(path, place)))),
  };
}
