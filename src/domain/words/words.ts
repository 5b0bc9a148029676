import type { LabelKey } from '../labels';
import { LOCALES, type Locale, labelText } from '../message';

/** What people read of one thing: what it is called, and what it is or what to do with it. */
export interface Words {
  readonly label: string;
  readonly help: string;
}

/** The two in each language, label first. */
export type Worded = Readonly<Record<Locale, readonly [label: string, help: string]>>;

/** Help in each language, for what has its label in labels.ts. */
export type Helped = Readonly<Record<Locale, string>>;

/** Something for each language. */
export function inEachLocale<T>(of: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, T>;
}

/** Help, with the labels by which messages name the same. */
export function labelled<Name extends string>(
  helps: Readonly<Record<Name, Helped>>,
  labelOf: (name: Name) => LabelKey,
): Readonly<Record<Name, Worded>> {
  const names = Object.keys(helps) as Name[];
  const worded = names.map((name) => [
    name,
    inEachLocale((locale) => [labelText(labelOf(name), locale), helps[name][locale]] as const),
  ]);
  return Object.fromEntries(worded) as Record<Name, Worded>;
}

/** One of them, by its own name; throws where nobody wrote it, which a start does not survive. */
export function wordedAs<Text>(table: Readonly<Record<string, Text>>, name: string, what = name): Text {
  const text = Object.hasOwn(table, name) ? table[name] : undefined;
  if (text === undefined) throw new Error(`There are no words for ${what} (src/domain/words)`);
  return text;
}

/** The words in one language. */
export function wordsIn(locale: Locale, worded: Worded): Words {
  const [label, help] = worded[locale];
  return { label, help };
}
