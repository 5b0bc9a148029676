import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { TypedDocumentString } from '../api/generated.ts';
import { useAsk } from '../api/queries.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Failure, Partly, Stale } from './failure.tsx';
import { Skeleton } from './skeleton.tsx';
import { useNearby } from './use-nearby.ts';

const WORDS = defineWords({ more: 'Show more' }, { more: 'Mehr anzeigen' });

/** A page of a keyset list. */
interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface EndlessProps<Data, Variables extends object, Node> {
  readonly document: TypedDocumentString<Data, Variables>;
  /** All but the cursor. */
  readonly variables: Omit<Variables, 'after'>;
  readonly connection: (data: Data) => Connection<Node> | null | undefined;
  /** What the list is a list of, for those who do not see it. */
  readonly label: string;
  /** In the place of a list that has nothing. */
  readonly empty: ReactNode;
  /** In the place of a list that is not for this caller. */
  readonly forbidden: ReactNode;
  /** A look of its own for the pages. */
  readonly className?: string;
  /** Each an `li`; `before` is what stands above the first of them. */
  readonly children: (nodes: readonly Node[], before: Node | null) => ReactNode;
}

/**
 * A keyset list that goes on as one scrolls, or presses the button at its end. Each page is a query of its own, which is asked
 * again only while the page is near what one looks at.
 */
export function Endless<Data, Variables extends object, Node>(props: EndlessProps<Data, Variables, Node>) {
  return (
    <div className="endless">
      {/* Another list starts at its beginning. */}
      <Page key={JSON.stringify(props.variables)} {...props} after={null} before={null} />
    </div>
  );
}

interface PageProps<Data, Variables extends object, Node> extends EndlessProps<Data, Variables, Node> {
  readonly after: string | null;
  readonly before: Node | null;
}

function Page<Data, Variables extends object, Node>(props: PageProps<Data, Variables, Node>) {
  const { document, variables, connection, after, before, children, label, empty, forbidden } = props;
  const { className = 'endless-page' } = props;
  const words = useWords(WORDS);
  const place = useRef<HTMLDivElement & HTMLUListElement>(null);
  const isNear = useNearby(place, true);
  const [goesOn, setGoesOn] = useState(false);
  const asked = useAsk(document, { ...variables, after } as unknown as Variables, {
    enabled: isNear,
    keepPrevious: true,
  });
  const page = asked.data === undefined ? undefined : connection(asked.data.data);
  if (asked.data === undefined || page === undefined) {
    return (
      <div ref={place}>
        {asked.error ? <Failure failure={asked.error} onAgain={() => asked.refetch()} /> : <Skeleton lines={4} />}
      </div>
    );
  }
  const { errors } = asked.data;
  if (page === null) return <div>{errors.length > 0 ? <Partly errors={errors} /> : forbidden}</div>;
  const nodes = page.edges.map(({ node }) => node);
  if (nodes.length === 0 && after === null) {
    return <div ref={place}>{empty}</div>;
  }
  const { hasNextPage, endCursor } = page.pageInfo;
  return (
    <>
      <Stale failure={asked.error} />
      <ul className={className} aria-label={label} ref={place}>
        {children(nodes, before)}
      </ul>
      {hasNextPage && !goesOn && <More label={words.more} onMore={() => setGoesOn(true)} />}
      {hasNextPage && goesOn && <Page {...props} after={endCursor} before={nodes.at(-1) ?? null} />}
    </>
  );
}

/** Goes on by itself once it comes into view; the button is for the keyboard, and for whoever has no such view. */
function More({ label, onMore }: { readonly label: string; readonly onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNearby(place, false);
  useEffect(() => {
    if (isNear) onMore();
  });
  return (
    <div className="endless-more" ref={place}>
      <Button onPress={onMore}>{label}</Button>
    </div>
  );
}
