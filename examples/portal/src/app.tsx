import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { useHref, useNavigate } from 'react-router';
import { Pages } from './pages/pages.tsx';
import { SignIn } from './pages/sign-in/sign-in.tsx';
import { SessionProvider } from './state/session.tsx';
import { useSessions } from './state/use-sessions.ts';
import { Boundary } from './ui/boundary.tsx';
import { type Locale, LocaleProvider, storedLocale, storeLocale } from './words/locale.tsx';

/** Who is signed in, and in which language; the rest is pages. */
export function App() {
  const [locale, setLocale] = useState<Locale>(storedLocale);
  const navigate = useNavigate();
  useEffect(() => {
    document.documentElement.lang = locale;
    storeLocale(locale);
  }, [locale]);
  const { session, client, signIn } = useSessions(locale);
  return (
    <LocaleProvider locale={locale} setLocale={setLocale}>
      <RouterProvider navigate={navigate} useHref={useHref}>
        <Boundary isWhole>
          {session === null || client === null ? (
            <SignIn onSignIn={signIn} />
          ) : (
            <QueryClientProvider client={client}>
              <SessionProvider value={session}>
                <Pages />
              </SessionProvider>
            </QueryClientProvider>
          )}
        </Boundary>
      </RouterProvider>
    </LocaleProvider>
  );
}
