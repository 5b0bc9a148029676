import Negotiator from 'negotiator';
import { LOCALES, type Locale } from '../../domain/message';

/** The language of ours that an `accept-language` asks for, by its weights; English where it asks for none of them. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const [otherwise] = LOCALES;
  if (acceptLanguage === undefined) return otherwise;
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language([...LOCALES]);
  return LOCALES.find((locale) => locale === wanted) ?? otherwise;
}
