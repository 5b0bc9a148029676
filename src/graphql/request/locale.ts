import Negotiator from 'negotiator';
import { LOCALES, type Locale } from '../../domain/message';

/** The language of ours that an `accept-language` asks for, by its weights; English where it asks for none of them. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const [otherwise] = LOCALES;
  if (acceptLanguage === undefined) return otherwise;
  // By weight, and of one weight as they stand: the negotiation itself would prefer `en` to `de-AT` of the same weight.
  for (const wanted of new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages()) {
    if (wanted === '*') return otherwise;
    const ours = LOCALES.find((locale) => locale === wanted.split('-')[0]?.toLowerCase());
    if (ours) return ours;
  }
  return otherwise;
}
