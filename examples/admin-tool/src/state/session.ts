import { isLocale, type Locale } from '../words/words.ts';

/** Who is signed in. It lives as long as the tab, and never stands in an address. */
export interface Session {
  readonly token: string;
  readonly name: string;
}

/** An identity that the local server vouches for. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

const SESSION = 'session';
const LOCALE = 'locale';

export function storedSession(): Session | null {
  const text = sessionStorage.getItem(SESSION);
  if (text === null) return null;
  try {
    const { token, name } = JSON.parse(text);
    return typeof token === 'string' && typeof name === 'string' ? { token, name } : null;
  } catch {
    return null;
  }
}

export function storeSession(session: Session | null): void {
  if (session === null) sessionStorage.removeItem(SESSION);
  else sessionStorage.setItem(SESSION, JSON.stringify(session));
}

export function storedLocale(): Locale {
  const stored = sessionStorage.getItem(LOCALE);
  if (isLocale(stored)) return stored;
  const [language = ''] = navigator.language.split('-');
  return isLocale(language) ? language : 'en';
}

export function storeLocale(locale: Locale): void {
  sessionStorage.setItem(LOCALE, locale);
}

export async function identities(): Promise<readonly Identity[]> {
  const response = await fetch('/identities').catch(() => null);
  return response?.ok ? ((await response.json()) as Identity[]) : [];
}

export async function tokenOf({ id }: Identity): Promise<string> {
  const response = await fetch(`/identities/${encodeURIComponent(id)}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { token: string }).token;
}
