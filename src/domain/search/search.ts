import { folded, type Spelling } from '../folding';

/** Folding can make one letter into many, and an index takes no long key. */
const MAX_SORT_KEY_LENGTH = 255;
/** Of one text, which a name of one script without blanks needs. */
const MAX_TOKENS = 300;
const MAX_TOKEN_LENGTH = 100;
/** Of what has a token for each of its letters. */
const MAX_INNER_TOKEN_LENGTH = 40;
const MAX_PIECES = 10;
const MAX_WORDS = 4;

const WORD_CHARACTER = String.raw`[\p{L}\p{N}\p{M}]`;
/** A word; C++ and C# are words. Any other sign ends one. */
const WORD = new RegExp(
  String.raw`(?<!${WORD_CHARACTER})\p{L}(?:\+{2,}|#+(?!\p{N}))|[\p{L}\p{N}]${WORD_CHARACTER}*`,
  'gu',
);
/** Letters of the scripts that put no blanks between words, or not where people expect them. */
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const HAS_UNSPACED = new RegExp(UNSPACED, 'u');
const BLANK_WITHIN_UNSPACED = new RegExp(String.raw`(?<=${UNSPACED})\s+(?=${UNSPACED})`, 'gu');
/** S. A., J R R: written together or apart as one likes. */
const BLANK_WITHIN_INITIALS = new RegExp(
  String.raw`(?<=(?<!${WORD_CHARACTER})\p{L}\.?)\s+(?=\p{L}(?!${WORD_CHARACTER}))`,
  'gu',
);
/** 1 & 1, A + B. */
const SIGN_WITHIN_INITIALS = new RegExp(
  String.raw`(?<=(?<!${WORD_CHARACTER})[\p{L}\p{N}])\s+([&+])\s+(?=[\p{L}\p{N}](?!${WORD_CHARACTER}))`,
  'gu',
);
const SPELLINGS: readonly Spelling[] = ['PLAIN', 'DIGRAPHS'];

/**
 * What names are ordered by: as a reader does, to whom quotes, apostrophes and dots are nothing and other signs a blank.
 * A name of signs alone is ordered by them.
 */
export function sortKey(name: string): string {
  const text = folded(name).trim();
  const read = text
    .replace(/[\p{Pi}\p{Pf}'"‚„.·…]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return clipped(read || text, MAX_SORT_KEY_LENGTH);
}

/**
 * What text is found by: from the start of each of its words to the next blank, without the signs in between, so that
 * "customers.ex" finds ann@customers.example. Where words stand without blanks each letter begins one.
 */
export function searchTokens(texts: readonly (string | null)[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    if (text !== null) for (const token of tokensOf(text)) tokens.add(token);
  }
  return [...tokens];
}

function tokensOf(text: string): Iterable<string> {
  const tokens = new Set<string>();
  const plain = folded(text);
  addTokens(plain, tokens);
  const digraphs = folded(text, 'DIGRAPHS');
  if (digraphs !== plain) addTokens(digraphs, tokens);
  return tokens.size <= MAX_TOKENS ? tokens : [...tokens].slice(0, MAX_TOKENS);
}

/** Those of a text in one of its spellings. */
function addTokens(spelled: string, tokens: Set<string>): void {
  for (const piece of piecesOf(spelled)) addTokensOfPiece(piece, tokens);
}

/** What of a text is found in one piece, by its blanks but for those that people leave out. */
function piecesOf(spelled: string): string[] {
  if (!/\s/u.test(spelled)) return [spelled];
  return spelled
    .replace(BLANK_WITHIN_UNSPACED, '')
    .replace(BLANK_WITHIN_INITIALS, '.')
    .replace(SIGN_WITHIN_INITIALS, '$1')
    .split(/\s+/u);
}

/** Of what stands without a blank. */
function addTokensOfPiece(piece: string, tokens: Set<string>): void {
  const words = wordsOf(piece);
  const joined = words.length === 1 ? (words[0] ?? '') : words.join('');
  let at = 0;
  for (const word of words) {
    if (!HAS_UNSPACED.test(word)) tokens.add(asToken(joined.slice(at)));
    else for (const start of lettersThatBegin(word)) tokens.add(asToken(joined.slice(at + start)));
    at += word.length;
  }
}

/** Where something may begin in a word with letters of scripts without blanks: at each of them, and after. */
function lettersThatBegin(word: string): number[] {
  const starts: number[] = [];
  let at = 0;
  let afterUnspaced = true;
  for (const letter of word) {
    const isUnspaced = IS_UNSPACED.test(letter);
    if ((afterUnspaced || isUnspaced) && !/^\p{M}/u.test(letter)) starts.push(at);
    afterUnspaced = isUnspaced;
    at += letter.length;
  }
  return starts;
}

/** One way of finding a part of a search: each of these begins one of the text's tokens. */
export type Prefixes = readonly string[];

/**
 * What a search asks for: text is found when of each part one of the ways finds it. Empty when nothing is searched for.
 * What is typed without a blank is found without its signs, and by its words alone: hewlett-packard, Schröder,Niklas.
 */
export function searchParts(search: string): readonly (readonly Prefixes[])[] {
  const parts = new Map<string, readonly Prefixes[]>();
  const [plain = [], digraphs = []] = SPELLINGS.map((spelling) => folded(search, spelling).split(/\s+/u));
  for (const [index, piece] of plain.entries()) {
    const ways = [...waysOf(piece), ...(digraphs[index] === piece ? [] : waysOf(digraphs[index] ?? ''))];
    if (ways.length > 0) parts.set(JSON.stringify(ways), ways);
  }
  return [...parts.values()].slice(0, MAX_PIECES);
}

function waysOf(piece: string): Prefixes[] {
  const words = wordsOf(piece);
  if (words.length === 0) return [];
  const joined = [asToken(words.join(''))];
  // 1&1 is not whatever begins with a one, and an e-mail is one thing: half of the accounts may have its domain.
  const isSeveral =
    words.length > 1 && words.some((word) => [...word].length > 1) && !/[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(piece);
  return isSeveral ? [joined, [...new Set(words.slice(0, MAX_WORDS).map(asToken))]] : [joined];
}

function wordsOf(piece: string): string[] {
  return piece.match(WORD) ?? [];
}

/** Both sides cut at the same length. */
function asToken(text: string): string {
  return clipped(text, IS_UNSPACED.test(text) ? MAX_INNER_TOKEN_LENGTH : MAX_TOKEN_LENGTH);
}

/** At most so many characters, and never half of a surrogate pair. */
function clipped(text: string, length: number): string {
  const clip = text.slice(0, length);
  return clip.isWellFormed() ? clip : clip.slice(0, -1);
}
