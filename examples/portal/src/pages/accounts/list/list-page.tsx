import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import type { TopError } from '../../../api/ask.ts';
import type { AccountListQuery, AccountListQueryVariables } from '../../../api/generated.ts';
import { Button } from '../../../ui/button.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import type { Sort } from '../address.ts';
import { AccountRow, PendingRow } from './account-row.tsx';
import { CELL, rowAt } from './table-roles.ts';
import { PAGE, usePage } from './use-page.ts';

const WORDS = defineWords(
  { failed: 'More accounts could not be loaded.', again: 'Try again' },
  { failed: 'Weitere Konten konnten nicht geladen werden.', again: 'Noch einmal versuchen' },
);

export type LoadedPage = NonNullable<AccountListQuery['accounts']>;

interface ListPageProps {
  readonly number: number;
  readonly variables: AccountListQueryVariables;
  readonly isInView: boolean;
  /** Those of its rows that are to be drawn. */
  readonly rows: readonly VirtualItem[];
  readonly scrollMargin: number;
  readonly sort: Sort;
  readonly onLoaded: (number: number, page: LoadedPage, errors: readonly TopError[]) => void;
}

/** A page of the list: it is asked for while it is near, and draws those of its rows that are seen. */
export function ListPage({ number, variables, isInView, rows, scrollMargin, sort, onLoaded }: ListPageProps) {
  const words = useWords(WORDS);
  const { data, isPlaceholderData, error, refetch } = usePage(variables, isInView);
  const page = data?.data.accounts;
  useEffect(() => {
    if (data?.data.accounts && !isPlaceholderData) onLoaded(number, data.data.accounts, data.errors);
  }, [data, isPlaceholderData, number, onLoaded]);
  const hasFailed = !page && (error !== null || data !== undefined);
  const minute = Math.floor(Date.now() / 60_000);
  return rows.map(({ index, start }, position) => {
    const top = start - scrollMargin;
    const account = page?.edges[index - number * PAGE]?.node;
    if (account !== undefined) {
      return <AccountRow key={account.id} account={account} index={index} top={top} sort={sort} minute={minute} />;
    }
    if (!hasFailed || position > 0) return <PendingRow key={index} index={index} top={top} />;
    return (
      <div
        key="failed"
        {...rowAt(index)}
        className="list-row list-failed"
        style={{ transform: `translateY(${top}px)` }}
      >
        <span {...CELL}>
          <span role="alert">{words.failed}</span> <Button onPress={() => refetch()}>{words.again}</Button>
        </span>
      </div>
    );
  });
}
