import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSession } from '../state/session.tsx';
import { type Answer, ask, type CallFailure } from './ask.ts';
import type { TypedDocumentString } from './generated.ts';
import { keyOf } from './queries.ts';

/** A list of the gateway's that is read forward by cursors. */
interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Of what was asked for: where the list stands in it; null where there is none for this caller. */
type Place<Data, Node> = (data: Data) => Connection<Node> | null | undefined;

/** A list a page at a time; all pages that are shown are kept fresh, one after the other, as their cursors lead on. */
export function usePages<Data, Variables extends { readonly after?: string | null | undefined }, Node>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  place: Place<Data, Node>,
) {
  const { caller } = useSession();
  const asked = useInfiniteQuery<Answer<Data>, CallFailure, readonly Answer<Data>[], readonly unknown[], string | null>(
    {
      queryKey: ['pages', ...keyOf(document, variables, caller)],
      queryFn: ({ pageParam, signal }) =>
        ask(caller, document, { ...variables, after: pageParam } as Variables, signal),
      initialPageParam: null,
      getNextPageParam: ({ data }) => {
        const info = place(data)?.pageInfo;
        return info?.hasNextPage ? info.endCursor : null;
      },
      select: ({ pages }) => pages,
      placeholderData: keepPreviousData,
    },
  );
  const pages = asked.data;
  return {
    /** Undefined until the first page is there. */
    first: pages?.[0]?.data,
    nodes: pages?.flatMap(({ data }) => place(data)?.edges.map(({ node }) => node) ?? []) ?? [],
    errors: pages?.flatMap(({ errors }) => errors) ?? [],
    failure: asked.error,
    again: () => void asked.refetch(),
    hasMore: asked.hasNextPage,
    more: () => void asked.fetchNextPage(),
    isLoadingMore: asked.isFetchingNextPage,
    /** What is shown is the answer to something that was asked before. */
    isFormer: asked.isPlaceholderData,
  };
}
