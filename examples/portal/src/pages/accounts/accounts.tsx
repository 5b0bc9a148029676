import '../../styles/accounts.css';
import { useMemo, useState } from 'react';
import { CallFailure } from '../../api/ask.ts';
import { AccountCountDocument, AccountListDocument } from '../../api/generated.ts';
import { useAsk } from '../../api/queries.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { countFilters, filterOf, type ListAddress, NO_FILTER, orderOf } from './address.ts';
import { Count } from './count.tsx';
import { ActiveFilters } from './filters/active-filters.tsx';
import { Filters } from './filters/filters.tsx';
import { Search } from './filters/search.tsx';
import { AccountList } from './list/account-list.tsx';
import { LoadingList } from './list/loading-list.tsx';
import { Headings, SortSelect } from './list/sorting.tsx';
import { NewAccount } from './new-account.tsx';
import { Nothing } from './nothing.tsx';
import { useListAddress } from './use-list-address.ts';

const WORDS = defineWords(
  {
    title: 'Accounts',
    old: 'What is here cannot be kept up to date just now. It is tried again by itself.',
  },
  {
    title: 'Konten',
    old: 'Was hier steht, lässt sich gerade nicht auffrischen. Es wird von selbst wieder versucht.',
  },
);

/** The accounts of the distributor's BSS, as far as the caller may see them. */
export function Accounts() {
  const words = useWords(WORDS);
  const { address, chosen, change, type } = useListAddress();
  const { filter, asked, shown } = useShownList(address);
  // It is always on the page: whether it is answered says whether the rest is as fresh as it looks.
  const counted = useAsk(AccountCountDocument, { filter }, { keepPrevious: true });
  const failure = asked.isLoadingError ? asked.error : refusalOf(asked.data);
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <NewAccount />
      </div>
      <div className="list-tools">
        <div className="list-search">
          <Search value={address.search} onSearch={type} onClear={() => change({ search: '' })} />
          <Filters address={chosen} onChange={change} />
        </div>
        <ActiveFilters address={chosen} onChange={change} />
        <div className="list-line">
          <Count found={counted.data?.data.accounts} />
          <SortSelect address={chosen} onChange={change} />
        </div>
      </div>
      {counted.error !== null && failure === null && <Notice tone="warn">{words.old}</Notice>}
      {failure !== null ? (
        <div className="card">
          <Failure failure={failure} onAgain={() => asked.refetch()} />
        </div>
      ) : shown === null ? (
        <LoadingList />
      ) : (
        <div className="list-shown" aria-busy={asked.isPlaceholderData}>
          <AccountList
            key={shown.key}
            variables={shown.variables}
            sort={shown.address.sort}
            headings={<Headings address={chosen} onChange={change} />}
            empty={<Nothing isNarrowed={isNarrowed(shown.address)} onClear={() => change(NO_FILTER)} />}
          />
        </div>
      )}
    </>
  );
}

/** What is asked for, and what is shown: the list before, until the first page of the next one is there. */
function useShownList(address: ListAddress) {
  const known = usePolicyWords().values('AccountStatus');
  const wanted = useMemo(() => {
    const variables = { filter: filterOf(address, known), orderBy: orderOf(address) };
    return { address, variables, key: JSON.stringify(variables) };
  }, [address, known]);
  const asked = useAsk(AccountListDocument, { ...wanted.variables, after: null }, { once: true, keepPrevious: true });
  const [shown, setShown] = useState<typeof wanted | null>(null);
  const isThere = asked.data?.data.accounts != null && !asked.isPlaceholderData;
  if (isThere && shown?.key !== wanted.key) setShown(wanted);
  return { filter: wanted.variables.filter, asked, shown };
}

/** The list itself may be missing beside an error. */
function refusalOf(answer: ReturnType<typeof useShownList>['asked']['data']): CallFailure | null {
  if (answer === undefined || answer.data.accounts !== null) return null;
  return new CallFailure('refused', answer.errors[0]?.message ?? '');
}

function isNarrowed(address: ListAddress): boolean {
  return address.search.trim() !== '' || countFilters(address) > 0;
}
