import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type Locale = 'en' | 'de';
export const LOCALES: Readonly<Record<Locale, { readonly name: string; readonly words: Words }>> = {
  en: { name: 'English', words: en },
  de: { name: 'Deutsch', words: de },
};

export function isLocale(text: string | null): text is Locale {
  return text !== null && Object.hasOwn(LOCALES, text);
}

export type Fill = (sentence: string, values: Readonly<Record<string, unknown>>) => string;

/** Puts values into the braces of a sentence, numbers as they are written in its language. */
export function fillIn(locale: Locale): Fill {
  const written = (value: unknown) => (typeof value === 'number' ? value.toLocaleString(locale) : String(value));
  return (sentence, values) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? written(values[name]) : whole));
}
