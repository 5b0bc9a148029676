/** Where one was in a list, and the cursors that lead there. */
export interface Place {
  /** After which each page that is known begins; the first begins after nothing. */
  readonly cursors: readonly (string | null)[];
  /** How far one had scrolled. */
  readonly offset: number;
}

/** Of the last few steps one may go back to; a page that is loaded anew begins anew. */
const KEPT = 20;
const places = new Map<string, Place>();

/** `step` is one entry of the browser's history, and the list that was shown there. */
export function keepPlace(step: string, place: Place): void {
  places.delete(step);
  places.set(step, place);
  const [oldest] = places.keys();
  if (places.size > KEPT && oldest !== undefined) places.delete(oldest);
}

export function placeOf(step: string): Place | undefined {
  return places.get(step);
}
