import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Answer, ask, type CallFailure } from '../../../api/ask.ts';
import { AccountListDocument, type AccountListQuery, type AccountListQueryVariables } from '../../../api/generated.ts';
import { keyOf, REFRESH_MS } from '../../../api/queries.ts';
import { useSession } from '../../../state/session.tsx';

export const PAGE = 50;
/** So many pages that nobody looks at are kept, for who scrolls back. */
const KEPT = 12;
const STALE_MS = 2_000;

/** One page of the list. Only who sees it asks for it again, every 15 seconds and on focus. */
export function usePage(variables: AccountListQueryVariables, isInView: boolean) {
  const { caller } = useSession();
  const client = useQueryClient();
  const asked = useQuery<Answer<AccountListQuery>, CallFailure>({
    // The list asks for its first page itself, to know when it is there: by the same key, so that it is asked once.
    queryKey: keyOf(AccountListDocument, variables, caller),
    queryFn: ({ signal }) => ask(caller, AccountListDocument, variables, signal),
    // What was here stays until the page that begins elsewhere is there.
    placeholderData: (before) => before,
    refetchInterval: isInView ? REFRESH_MS : false,
    refetchOnWindowFocus: isInView,
  });
  const { dataUpdatedAt, refetch } = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it comes into view is the occasion.
  useEffect(() => {
    if (isInView && dataUpdatedAt > 0 && Date.now() - dataUpdatedAt > STALE_MS) refetch();
  }, [isInView]);
  useEffect(
    () => () => {
      const left = client.getQueryCache().findAll({ queryKey: [String(AccountListDocument)], type: 'inactive' });
      left.sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
      for (const query of left.slice(KEPT)) client.getQueryCache().remove(query);
    },
    [client],
  );
  return asked;
}
