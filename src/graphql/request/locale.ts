import Negotiator from 'negotiator';
import { LOCALES, type Locale } from '../../domain/message';

const [OTHERWISE] = LOCALES;

/** The language of ours that an `accept-language` asks for, by its weights; English where it asks for none of them. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (acceptLanguage === undefined) return OTHERWISE;
  // By weight, and of one weight as they stand: the negotiation itself would prefer `en` to `de-AT` of the same weight.
  for (const wanted of new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages()) {
    if (wanted === '*') return OTHERWISE;
    const ours = oursOf(wanted);
    if (ours) return ours;
  }
  return OTHERWISE;
}

/** The language of ours that one tag names, be it `de`, `de-AT` or `de_DE`; English for none and for any other. */
export function localeOfTag(tag: string | null | undefined): Locale {
  return oursOf(tag?.trim() ?? '') ?? OTHERWISE;
}

function oursOf(tag: string): Locale | undefined {
  return LOCALES.find((locale) => locale === tag.split(/[-_]/, 1)[0]?.toLowerCase());
}
