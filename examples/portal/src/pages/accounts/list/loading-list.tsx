import { defineWords, useWords } from '../../../words/words.ts';
import { PendingRow } from './account-row.tsx';

const WORDS = defineWords({ loading: 'Loading' }, { loading: 'Wird geladen' });
const ROWS = 10;

/** Where the list is about to be. */
export function LoadingList() {
  const words = useWords(WORDS);
  return (
    <div role="status" aria-label={words.loading} className="list card">
      <div aria-hidden className="list-loading">
        {Array.from({ length: ROWS }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells the rows apart.
          <PendingRow key={index} index={index} top={0} />
        ))}
      </div>
    </div>
  );
}
