import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import type { AccountListQueryVariables } from '../../../api/generated.ts';
import { Partly } from '../../../ui/failure.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import type { Sort } from '../address.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import { keepPlace, type Place, placeOf } from './kept-place.ts';
import { ListPage } from './list-page.tsx';
import { ROWS, tableOf } from './table-roles.ts';
import { ToTop } from './to-top.tsx';
import { PAGE } from './use-page.ts';
import { usePages } from './use-pages.ts';
import { useScrollMargin } from './use-scroll-margin.ts';

const WORDS = defineWords(
  { accounts: 'Accounts', end: 'That is the end of the list.' },
  { accounts: 'Konten', end: 'Das ist das Ende der Liste.' },
);

/** Heights of a row and of a card in rem, as accounts.css has them. */
const ROW = 3.75;
const CARD = 9.5;
/** Rows that are drawn beyond the window. */
const OVERSCAN = 6;
/** A page is asked for when one is so many rows away from it. */
const NEAR = 15;
const BEGINNING: Place = { cursors: [null], offset: 0 };

interface AccountListProps {
  readonly variables: Omit<AccountListQueryVariables, 'after'>;
  readonly sort: Sort;
  readonly headings: ReactNode;
  /** In the place of a list of nothing. */
  readonly empty: ReactNode;
}

/** The accounts, however many: only what is seen is drawn, and only what is near is asked for. */
export function AccountList({ variables, sort, headings, empty }: AccountListProps) {
  const words = useWords(WORDS);
  const place = useKeptPlace(JSON.stringify(variables));
  const { cursors, end, errors, count, onLoaded } = usePages(place.start.cursors);
  const body = useRef<HTMLDivElement>(null);
  const scrollMargin = useScrollMargin(body);
  const height = (useIsNarrow() ? CARD : ROW) * rem();
  const [focused, setFocused] = useState<number | null>(null);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollMargin,
    // Who has the focus keeps it, also out of sight.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      if (focused === null || focused >= count || seen.includes(focused)) return seen;
      return [...seen, focused].sort((one, other) => one - other);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is the occasion.
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [height]);
  useLayoutEffect(() => {
    window.scrollTo(0, place.start.offset);
  }, [place]);
  place.keep({ cursors, offset: virtualizer.scrollOffset ?? 0 });
  const keys = {
    onFocus: ({ target }: React.FocusEvent) => setFocused(rowOf(target)),
    onBlur: () => setFocused(null),
    onKeyDown: moveByArrows,
  };
  const items = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const pageOf = (index: number) => Math.floor(Math.min(Math.max(index, 0), Math.max(count - 1, 0)) / PAGE);
  const isInView = (number: number) => number >= pageOf(startIndex) && number <= pageOf(endIndex);
  const numbers = cursors.map((_, number) => number).slice(pageOf(startIndex - NEAR), pageOf(endIndex + NEAR) + 1);
  const asked = new Set(focused === null ? numbers : [...numbers, pageOf(focused)]);
  return (
    <>
      <Partly errors={errors} />
      {end === 0 ? (
        <div className="card">{empty}</div>
      ) : (
        <div {...tableOf(words.accounts, end)} className="list card">
          {headings}
          <div
            {...ROWS}
            ref={body}
            className="list-body"
            style={{ height: `${virtualizer.getTotalSize()}px` }}
            {...keys}
          >
            {[...asked].map((number) => (
              <ListPage
                key={number}
                number={number}
                variables={{ ...variables, after: cursors[number] ?? null }}
                isInView={isInView(number)}
                rows={items.filter(({ index }) => pageOf(index) === number)}
                scrollMargin={scrollMargin}
                sort={sort}
                onLoaded={onLoaded}
              />
            ))}
          </div>
        </div>
      )}
      {end !== null && end > PAGE && <p className="list-end muted small">{words.end}</p>}
      <ToTop isFar={startIndex > OVERSCAN} />
    </>
  );
}

/** Where one was when one comes back, else the beginning; `keep` remembers where one is. */
function useKeptPlace(list: string) {
  const key = `${useLocation().key} ${list}`;
  const isBack = useNavigationType() === 'POP';
  const [start] = useState(() => (isBack ? placeOf(key) : undefined) ?? BEGINNING);
  const now = useRef(start);
  const keep = useCallback((place: Place) => {
    now.current = place;
  }, []);
  useLayoutEffect(() => () => keepPlace(key, now.current), [key]);
  const [place] = useState({ start, keep });
  return place;
}

function rem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function rowOf(target: EventTarget): number | null {
  const row = (target as HTMLElement).closest('[aria-rowindex]');
  return row === null ? null : Number(row.getAttribute('aria-rowindex')) - 2;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** From one account to the next. */
function moveByArrows(event: React.KeyboardEvent<HTMLElement>) {
  const from = (event.target as HTMLElement).dataset.row;
  const step = STEPS[event.key];
  if (from === undefined || step === undefined) return;
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-row="${Number(from) + step}"]`);
  if (next === null) return;
  event.preventDefault();
  next.focus();
}
