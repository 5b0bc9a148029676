import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type ListAddress, readAddress, writeAddress } from './address.ts';

/** What the address says of the list, and how it is changed. Each choice is a step that one can go back from. */
export function useListAddress() {
  const location = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(new URLSearchParams(location.search)), [location.search]);
  // A word that is being typed is one step, however many letters it has.
  const isTyped = (location.state as { readonly typed?: boolean } | null)?.typed === true;
  const change = useCallback(
    (part: Partial<ListAddress>) => {
      navigate({ search: writeAddress({ ...address, ...part }).toString() });
    },
    [address, navigate],
  );
  const type = useCallback(
    (search: string) => {
      const changed = writeAddress({ ...address, search }).toString();
      navigate({ search: changed }, { replace: isTyped, state: { typed: true } });
    },
    [address, isTyped, navigate],
  );
  return { address, change, type };
}
