import { type Locale, useLocale } from './locale.tsx';

/** The same texts in each language: what one has, the other must have. */
export type Words<Texts> = Readonly<Record<Locale, Texts>>;

/** Texts of one part of the page. `{name}` in a text is filled in by `fill`. */
export function defineWords<const Texts extends object>(en: Texts, de: Same<Texts>): Words<Same<Texts>> {
  return { en: en as Same<Texts>, de };
}

/** As the literal texts of one language are only texts in another. */
export type Same<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends object
      ? Same<Texts[Key]>
      : never;
};

export function useWords<Texts>(words: Words<Texts>): Texts {
  return words[useLocale().locale];
}

/** Puts values into the braces of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
