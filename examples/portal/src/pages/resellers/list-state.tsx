import type { ReactNode } from 'react';
import type { CallFailure, TopError } from '../../api/ask.ts';
import { Failure, Partly } from '../../ui/failure.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

interface ListStateProps {
  readonly pages: {
    readonly first: object | undefined;
    readonly nodes: readonly unknown[];
    readonly errors: readonly TopError[];
    readonly failure: CallFailure | null;
    readonly again: () => void;
    readonly hasMore: boolean;
    readonly more: () => void;
    readonly isLoadingMore: boolean;
  };
  /** How many are shown, where they stand otherwise than the server counts them. */
  readonly shown?: number;
  readonly total?: number | undefined;
  readonly isCapped?: boolean | undefined;
  /** In the place of the list, when there is nothing in it. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A list in whatever state it is: on its way, failed, empty, or there with the rest of it. */
export function ListState({
  pages,
  shown = pages.nodes.length,
  total,
  isCapped = false,
  empty,
  children,
}: ListStateProps) {
  if (pages.first === undefined) {
    return pages.failure ? <Failure failure={pages.failure} onAgain={pages.again} /> : <Skeleton lines={6} />;
  }
  return (
    <>
      <Partly errors={pages.errors} />
      {pages.nodes.length > 0 ? (
        <>
          {children}
          <ShowMore
            shown={shown}
            total={total}
            isCapped={isCapped}
            hasMore={pages.hasMore}
            isLoading={pages.isLoadingMore}
            onMore={pages.more}
          />
        </>
      ) : (
        pages.errors.length === 0 && empty
      )}
    </>
  );
}
