import { searchTerms } from '../../domain/search';

/** A search as Postgres takes it (tsquery); null when it searches for nothing. */
export function searchQuery(search: string): string | null {
  const terms = searchTerms(search);
  // Quoted, every character stands for itself: nothing of the caller's is an operator.
  return terms.length === 0
    ? null
    : terms.map((term) => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`).join(' & ');
}
