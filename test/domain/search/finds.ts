import { searchParts, searchTokens } from '../../../src/domain/search/search';

/** Whether a search finds something of these texts, as the database does it. */
export function finds(search: string, ...texts: (string | null)[]): boolean {
  const tokens = searchTokens(texts);
  return searchParts(search).every((ways) =>
    ways.some((prefixes) => prefixes.every((prefix) => tokens.some((token) => token.startsWith(prefix)))),
  );
}
