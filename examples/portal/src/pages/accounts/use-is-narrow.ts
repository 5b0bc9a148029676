import { useSyncExternalStore } from 'react';

/** Where a row of the list has no room and is a card; accounts.css says the same. */
const NARROW = matchMedia('(max-width: 52rem)');

export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      NARROW.addEventListener('change', changed);
      return () => NARROW.removeEventListener('change', changed);
    },
    () => NARROW.matches,
  );
}
