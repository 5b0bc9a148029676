import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';
import { type ListAddress, readAddress, writeAddress } from './address.ts';

/**
 * What the address says of the list, and how it is changed. Each choice is a step that one can go back from. `chosen` is what the
 * address says already while `address` is that of the list on the page, which takes its time: whoever chooses goes on meanwhile.
 */
export function useListAddress() {
  const location = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(new URLSearchParams(location.search)), [location.search]);
  const newest = useSyncExternalStore(listen, () => searchOf(location));
  const chosen = useMemo(() => readAddress(new URLSearchParams(newest)), [newest]);
  // A word that is being typed is one step, however many letters it has.
  const isTyped = (location.state as { readonly typed?: boolean } | null)?.typed === true;
  const change = useCallback(
    (part: Partial<ListAddress>) => {
      navigate({ search: withPart(location, part) });
      tellAll();
    },
    [location, navigate],
  );
  const type = useCallback(
    (search: string) => {
      navigate({ search: withPart(location, { search }) }, { replace: isTyped, state: { typed: true } });
      tellAll();
    },
    [location, isTyped, navigate],
  );
  return { address, chosen, change, type };
}

const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

/** The browser's own address is the newest; on the way to another page it is not one of this list any more. */
function searchOf({ pathname, search }: Location): string {
  return window.location.pathname === pathname ? window.location.search : search;
}

function withPart(location: Location, part: Partial<ListAddress>): string {
  return writeAddress({ ...readAddress(new URLSearchParams(searchOf(location))), ...part }).toString();
}
