/** Letters that have no accent to drop and are searched for as plain ones all the same. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
/** Folding can make one letter into many, and an index takes no long key. */
const MAX_SORT_KEY_LENGTH = 255;
const MAX_TOKENS = 200;
const MAX_TOKEN_LENGTH = 100;
const MAX_TERMS = 10;

/** Text without case and accents: what names are sorted by and searched for. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** What names are ordered by. */
export function sortKey(name: string): string {
  return clipped(folded(name), MAX_SORT_KEY_LENGTH);
}

/**
 * What a search finds text by: from the start of each of its words to the end of what stands there without a blank, so
 * that "customers.ex" finds ann@customers.example.
 */
export function searchTokens(texts: readonly (string | null)[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const piece of folded(text ?? '').split(/\s/u)) {
      for (const word of piece.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
        tokens.add(clipped(piece.slice(word.index), MAX_TOKEN_LENGTH));
        if (tokens.size >= MAX_TOKENS) return [...tokens];
      }
    }
  }
  return [...tokens];
}

/** The terms of a search: text is found when each of them begins one of its tokens. Empty when nothing is searched for. */
export function searchTerms(search: string): string[] {
  const terms = folded(search)
    .split(/\s/u)
    .map((term) => clipped(term.replace(/^[^\p{L}\p{N}]+/u, ''), MAX_TOKEN_LENGTH))
    .filter((term) => term !== '');
  return [...new Set(terms)].slice(0, MAX_TERMS);
}

/** At most so many characters, and never half of a surrogate pair. */
function clipped(text: string, length: number): string {
  const clip = text.slice(0, length);
  return clip.isWellFormed() ? clip : clip.slice(0, -1);
}
