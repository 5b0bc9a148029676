import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name and an address as they are publicly known; the files say whose facts they are. */
export interface WorldName {
  readonly name: string;
  readonly line1: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

const FILES = ['names-of-the-world.txt', 'countries-in-their-languages.txt'];

export function namesOfTheWorld(): WorldName[] {
  return FILES.flatMap((file) => readFileSync(join(__dirname, '..', 'data', file), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', line1 = '', postalCode = '', city = '', country = ''] = line
        .split('|')
        .map((part) => part.trim());
      return { name, line1, postalCode, city, country };
    });
}

const LETTERS_WITHOUT_BLANKS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]{2,}/gu;
const ACCENTS_LEFT_OUT =
  /^(?:[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Arabic}\p{scx=Hebrew}]|[^\p{L}\p{M}])*$/u;
const DIGRAPHS: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' },
  ...{ Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', Ø: 'Oe', Å: 'Aa' },
};

const words = (name: string) => name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
const inEachWord = (name: string, sign: string) =>
  name.replace(/([\p{L}\p{N}]\p{M}*[\p{L}\p{N}]\p{M}*)(?=[\p{L}\p{N}])/gu, `$1${sign}`);

/** How somebody who looks for a name may type it: each way with what is typed, where the name has something of it. */
export const WAYS: Readonly<Record<string, (name: string) => readonly string[]>> = {
  'as it is': (name) => [name],
  'in small letters': (name) => [name.toLowerCase()],
  'in capitals': (name) => [name.toUpperCase()],
  'with its words in reverse': (name) => [words(name).reverse().join(' ')],
  'with the last word first and a comma': (name) => {
    const [last = '', ...others] = words(name).reverse();
    return others.length === 0 ? [] : [`${last}, ${others.reverse().join(' ')}`];
  },
  'with a comma, a dot or a colon after it': (name) => [`${name},`, `${name}.`, `${name}:`],
  'in quotes': (name) => [`"${name}"`, `'${name}'`, `“${name}”`, `„${name}“`, `«${name}»`],
  'in brackets': (name) => [`(${name})`, `[${name}]`],
  'with a keyboard’s apostrophe': (name) => (/[’ʻ´`]/u.test(name) ? [name.replace(/[’ʻ´`]/gu, "'")] : []),
  'with a typographic apostrophe': (name) => (name.includes("'") ? [name.replaceAll("'", '’')] : []),
  'with a hyphen for a dash': (name) => (/[–—‐‑]/u.test(name) ? [name.replace(/[–—‐‑]/gu, '-')] : []),
  'with a dash for a hyphen': (name) =>
    name.includes('-') ? [name.replaceAll('-', '–'), name.replaceAll('-', '‑')] : [],
  'without its signs': (name) => (/\p{P}/u.test(name) ? [name.replace(/\p{P}/gu, '')] : []),
  'with blanks for its signs': (name) => (/[\p{P}\p{S}]/u.test(name) ? [name.replace(/[\p{P}\p{S}]/gu, ' ')] : []),
  'without its accents': (name) =>
    ACCENTS_LEFT_OUT.test(name) && name.normalize('NFD') !== name ? [name.normalize('NFD').replace(/\p{M}/gu, '')] : [],
  'with ue for ü': (name) =>
    /[äöüøå]/iu.test(name) ? [name.replace(/[äöüøåÄÖÜØÅ]/gu, (letter) => DIGRAPHS[letter] ?? letter)] : [],
  decomposed: (name) => [name.normalize('NFD')],
  'in full width': (name) =>
    /[!-~]/.test(name)
      ? [name.replace(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')]
      : [],
  'with soft hyphens': (name) => [inEachWord(name, '\u00ad')],
  'with zero-width signs': (name) => [inEachWord(name, '\u200b'), `\u2060${name}\ufeff`],
  'with blanks that do not break': (name) => (name.includes(' ') ? [name.replaceAll(' ', '\u00a0')] : []),
  'by each of its words': (name) => words(name),
  'by the beginning of each word': (name) =>
    words(name).map((word) =>
      Array.from(word.replace(/^[^\p{L}\p{N}]+/u, '').matchAll(/[\p{L}\p{N}]\p{M}*/gu), ([letter]) => letter)
        .slice(0, 3)
        .join(''),
    ),
  'from inside of what has no blanks': (name) =>
    Array.from(name.normalize('NFKC').matchAll(LETTERS_WITHOUT_BLANKS), ([run]) => run).flatMap((run) => {
      const letters = Array.from(run.matchAll(/[\p{L}\p{N}]\p{M}*/gu), ([letter]) => letter);
      return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
    }),
};

/** All that may be typed for a name, by way. */
export function waysOfTyping(name: string): readonly { readonly way: string; readonly typed: string }[] {
  return Object.entries(WAYS).flatMap(([way, of]) => of(name).map((typed) => ({ way, typed })));
}
