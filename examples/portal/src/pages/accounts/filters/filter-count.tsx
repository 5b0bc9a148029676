/** On a button, how many of its filters are in use; `words` say so to whoever does not see where it stands. */
export function FilterCount({ count, words }: { readonly count: number; readonly words: string }) {
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span className="filter-count">{count}</span>
      <span className="visually-hidden"> {words}</span>
    </>
  );
}
