/**
 * How texts of the folding before this were found: for as long as a database holds rows of it. Such a token reached from
 * the start of a word to the next blank, with its signs.
 */
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

/** What begins one of the tokens of the texts that a search found then. */
export function formerTerms(search: string): string[] {
  const terms = search
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .split(/\s/u)
    .map((term) =>
      term
        .replace(/^[^\p{L}\p{N}]+/u, '')
        .slice(0, 100)
        .toWellFormed(),
    )
    .filter((term) => term !== '');
  return [...new Set(terms)].slice(0, 10);
}
