import { useCallback, useState } from 'react';
import type { TopError } from '../../../api/ask.ts';
import type { LoadedPage } from './list-page.tsx';
import { PAGE } from './use-page.ts';

interface Known {
  /** After which each page that is known begins; the first begins after nothing. */
  readonly cursors: readonly (string | null)[];
  /** How many rows there are; null as long as nobody has seen the end. */
  readonly end: number | null;
  /** Of what was answered last. */
  readonly errors: readonly TopError[];
}

const NO_ERRORS: readonly TopError[] = [];

/**
 * What is known of the list's pages. Each page says where the next one begins; when that has moved, because something was
 * added or left, the pages after it move too, one after the other as they are looked at.
 */
export function usePages(initial: readonly (string | null)[]) {
  const [known, setKnown] = useState<Known>({ cursors: initial, end: null, errors: NO_ERRORS });
  const onLoaded = useCallback((number: number, page: LoadedPage, errors: readonly TopError[]) => {
    setKnown((before) => afterPage(before, number, page, errors));
  }, []);
  // A page that was not looked at yet has as many rows as a page can have.
  return { ...known, count: known.end ?? known.cursors.length * PAGE, onLoaded };
}

function afterPage(before: Known, number: number, { edges, pageInfo }: LoadedPage, errors: readonly TopError[]): Known {
  const { hasNextPage, endCursor } = pageInfo;
  if (!hasNextPage || endCursor === null) {
    return { cursors: before.cursors.slice(0, number + 1), end: number * PAGE + edges.length, errors };
  }
  const end = before.end !== null && before.end <= (number + 1) * PAGE ? null : before.end;
  if (before.cursors[number + 1] === endCursor && end === before.end && errors.length === before.errors.length) {
    return before;
  }
  const cursors = [...before.cursors.slice(0, number + 1), endCursor, ...before.cursors.slice(number + 2)];
  return { cursors, end, errors };
}
