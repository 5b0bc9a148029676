import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SignIn } from './pages/sign-in.tsx';
import { loadCatalogue } from './state/load-catalogue.ts';
import { type Session, storedLocale, storedSession, storeLocale, storeSession } from './state/session.ts';
import { LocaleContext, ToolContext, useLoaded } from './state/tool.ts';
import { Failure, Loading } from './ui/notice.tsx';
import { Shell } from './ui/shell.tsx';
import { LOCALES, type Locale } from './words/words.ts';

/** Who is signed in, and in which language; what the server tells them; and the pages made of it. */
export function App() {
  const [session, setSession] = useState(storedSession);
  const [locale, setLocale] = useState(storedLocale);
  const { words } = LOCALES[locale];
  useEffect(() => {
    document.documentElement.lang = locale;
    storeLocale(locale);
  }, [locale]);
  const signIn = (next: Session) => {
    storeSession(next);
    setSession(next);
  };
  const signOut = useCallback(() => {
    storeSession(null);
    // What was shown to one is not there for the next: the page begins anew.
    window.history.replaceState(null, '', window.location.pathname);
    window.location.reload();
  }, []);
  return (
    <LocaleContext value={locale}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads within the page, whose address belongs to the routes */}
      <a className="skip" href="#main" onClick={skip}>
        {words.skip}
      </a>
      {session === null ? (
        <SignIn signIn={signIn} setLocale={setLocale} />
      ) : (
        <SignedIn key={session.token} session={session} locale={locale} setLocale={setLocale} signOut={signOut} />
      )}
    </LocaleContext>
  );
}

/** The address is the page's own, so that the jump is made without it. */
function skip(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>('main')?.focus();
}

interface SignedInProps {
  readonly session: Session;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly signOut: () => void;
}

function SignedIn({ session, locale, setLocale, signOut }: SignedInProps) {
  const { words } = LOCALES[locale];
  const caller = useMemo(() => ({ token: session.token, locale }), [session.token, locale]);
  const loaded = useLoaded(
    async (signal) => ({ data: await loadCatalogue(caller, signal), errors: [] }),
    [caller.token, caller.locale],
  );
  const catalogue = loaded.state === 'done' ? loaded.data : null;
  const told = useMemo(
    () => (catalogue === null ? null : { caller, catalogue, signOut }),
    [caller, catalogue, signOut],
  );
  // While another language is read the page stays, with all that was filled in.
  const before = useRef(told);
  if (told !== null) before.current = told;
  const tool = told ?? (loaded.state === 'loading' ? before.current : null);
  if (tool !== null) {
    return (
      <ToolContext value={tool}>
        <Shell session={session} setLocale={setLocale} />
      </ToolContext>
    );
  }
  return (
    <main className="alone" id="main" tabIndex={-1}>
      <h1 className="unseen">{words.title}</h1>
      {loaded.state === 'failed' ? (
        <>
          <Failure failure={loaded.failure} again={loaded.again} signOut={signOut} />
          <button type="button" className="button button-quiet alone-out" onClick={signOut}>
            {words.signOut}
          </button>
        </>
      ) : (
        <Loading label={words.loadingRules} />
      )}
    </main>
  );
}
