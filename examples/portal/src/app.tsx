import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { useHref, useNavigate } from 'react-router';
import { createQueryClient } from './api/queries.ts';
import { Pages } from './pages/pages.tsx';
import { SignIn } from './pages/sign-in/sign-in.tsx';
import { SessionProvider, type StoredSession, storedSession, storeSession } from './state/session.tsx';
import { type Locale, LocaleProvider, storedLocale, storeLocale } from './words/locale.tsx';

/** Who is signed in, and in which language; the rest is pages. */
export function App() {
  const [locale, setLocale] = useState<Locale>(storedLocale);
  const [stored, setStored] = useState<StoredSession | null>(storedSession);
  const navigate = useNavigate();
  useEffect(() => {
    document.documentElement.lang = locale;
    storeLocale(locale);
  }, [locale]);
  useEffect(() => storeSession(stored), [stored]);
  const token = stored?.token ?? null;
  // What one has seen is gone for the next.
  const client = useMemo(() => (token === null ? null : createQueryClient()), [token]);
  const session = useMemo(
    () => (token === null ? null : { caller: { token, locale }, signOut: () => setStored(null) }),
    [token, locale],
  );
  return (
    <LocaleProvider locale={locale} setLocale={setLocale}>
      <RouterProvider navigate={navigate} useHref={useHref}>
        {session === null || client === null ? (
          <SignIn onSignIn={setStored} />
        ) : (
          <QueryClientProvider client={client}>
            <SessionProvider value={session}>
              <Pages />
            </SessionProvider>
          </QueryClientProvider>
        )}
      </RouterProvider>
    </LocaleProvider>
  );
}
