import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { readStored, writeStored } from '../state/stored.ts';

/** What texts are written in. Amounts and days follow the reader's own region of that language. */
export type Locale = 'en' | 'de';
export const LOCALES: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };

const STORED = 'locale';

export function storedLocale(): Locale {
  const stored = readStored(() => localStorage, STORED) ?? navigator.language.split('-')[0];
  return stored === 'de' ? 'de' : 'en';
}

export function storeLocale(locale: Locale): void {
  writeStored(() => localStorage, STORED, locale);
}

/** de-AT for who reads German and lives in Austria, as the browser says; else the language alone. */
export function regionOf(locale: Locale): string {
  return (
    navigator.languages.find((language) => language.split('-')[0] === locale) ?? (locale === 'de' ? 'de-DE' : 'en-GB')
  );
}

const LocaleContext = createContext<{ readonly locale: Locale; readonly setLocale: (locale: Locale) => void }>({
  locale: 'en',
  setLocale: () => undefined,
});

interface LocaleProps {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly children: ReactNode;
}

export function LocaleProvider({ locale, setLocale, children }: LocaleProps) {
  const value = useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
  return (
    <LocaleContext value={value}>
      <I18nProvider locale={regionOf(locale)}>{children}</I18nProvider>
    </LocaleContext>
  );
}

export const useLocale = () => useContext(LocaleContext);
