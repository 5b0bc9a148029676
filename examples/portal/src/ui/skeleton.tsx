import { defineWords, useWords } from '../words/words.ts';

const WORDS = defineWords({ loading: 'Loading' }, { loading: 'Wird geladen' });

/** Where something is about to be. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const { loading } = useWords(WORDS);
  return (
    <div className="stack" role="status" aria-label={loading}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells the lines apart.
        <span key={index} className="skeleton" style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
