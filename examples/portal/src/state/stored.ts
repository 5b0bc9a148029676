/** Named by a function, since where a browser keeps nothing the mere name throws. */
type Place = () => Storage;

/** What was stored, or null: also where the browser stores nothing for the page. */
export function readStored(place: Place, key: string): string | null {
  try {
    return place().getItem(key);
  } catch {
    return null;
  }
}

/** Null takes it away. Where the browser stores nothing, it holds until the page is loaded again. */
export function writeStored(place: Place, key: string, text: string | null): void {
  try {
    if (text === null) place().removeItem(key);
    else place().setItem(key, text);
  } catch {
    // Nothing depends on it: the page has what it needs.
  }
}
