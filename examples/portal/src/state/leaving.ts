type Guard = (event: PopStateEvent) => void;

let guard: Guard | null = null;

// Listeners of a window are called in the order in which they came: this one comes before the router's, so it can keep from it
// that somebody goes back. Therefore main.tsx names it first.
window.addEventListener('popstate', (event) => guard?.(event));

/** Until the function that it gives is called, going back and forth is told to `next` first. */
export function guardLeaving(next: Guard): () => void {
  guard = next;
  return () => {
    if (guard === next) guard = null;
  };
}
