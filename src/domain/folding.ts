import anyAscii from 'any-ascii';

/**
 * Which folding a stored text went through. Any change of what `folded`, `sortKey` or `searchTokens` give for a text is
 * a new one: rows of another are found by `docs/decisions/0002-search-as-people-type.md` until they are folded anew.
 */
export const FOLDING_VERSION = 2;

/** What takes no room and shows nothing: soft hyphens, zero-width signs, fillers, directions, control characters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}]|(?!\s)\p{Cc}/gu;
/** The inside of the brackets of a class: what shows nothing, blanks among it. */
export const UNSEEN = String.raw`\s\p{Z}\p{Default_Ignorable_Code_Point}\p{Cc}\u{fff9}-\u{fffb}\u{2800}`;
const INVISIBLE_OR_BLANK = new RegExp(`^(?:[${UNSEEN}])*$`, 'u');
/** Letters by their category which people type as an apostrophe. */
const APOSTROPHE_LETTERS = /[\u{2b9}-\u{2bf}\u{2c8}\u{2ca}\u{2cb}\u{2ee}\u{a78b}\u{a78c}]/gu;
/** Arabic's lengthening stroke, which is written anywhere within a word. */
const TATWEEL = /\u{640}/gu;
/** Marks of the scripts whose readers leave them out. Elsewhere a mark is a vowel, or tells one letter from another. */
const DROPPED_MARKS =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{P}\p{S}\p{Z}]|^)\p{M}+/gu;
const PLAIN_LATIN = /^[a-z0-9]+$/;
/** Text to which no rule of Unicode does more than to take its case. */
export const PRINTABLE_ASCII = /^[ -~]*$/;
/** How letters are written where a keyboard has none of them. */
const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** The letters that a text is compared by, of which there are two where a mark may be written as a letter. */
export type Spelling = 'PLAIN' | 'DIGRAPHS';

/**
 * Text as it is compared, whoever typed it: without case, invisible signs and what its script's readers leave out.
 * `DIGRAPHS` writes ü as ue. Signs and blanks stay. The same on every Node: of Unicode's data only what its stability
 * policy keeps, and no ICU.
 */
export function folded(text: string, spelling: Spelling = 'PLAIN'): string {
  // Most of what is stored, and nothing of what follows does anything else to it.
  if (PRINTABLE_ASCII.test(text)) return text.toLowerCase().replace(/[`^]/g, "'");
  const lower = text
    .replace(/№/gu, 'no-')
    .replace(/\p{Sk}/gu, "'")
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\u{2800}/gu, ' ')
    .toLowerCase()
    .replace(/ς/gu, 'σ');
  const spelled = spelling === 'PLAIN' ? lower : lower.replace(/[äöüøå]/gu, (letter) => DIGRAPHS[letter] ?? letter);
  return spelled
    .normalize('NFKD')
    .replace(TATWEEL, '')
    .replace(DROPPED_MARKS, '$1')
    .replace(APOSTROPHE_LETTERS, "'")
    .replace(/(?![a-z])\p{Script=Latin}/gu, plainLetter)
    .normalize('NFC');
}

/** Whether nothing of it can be seen. */
export function isBlank(text: string): boolean {
  return INVISIBLE_OR_BLANK.test(text);
}

/** A letter of Latin that no mark was taken from: ħ, ß, œ. One that has no plain form stays. */
function plainLetter(letter: string): string {
  const plain = anyAscii(letter).toLowerCase().replace(/\.$/, '');
  return PLAIN_LATIN.test(plain) ? plain : letter;
}
