import { LogOut } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import icon from '../icon.svg';
import { storedSession, useSession, useViewer } from '../state/session.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { LanguageChoice } from './language-choice.tsx';

const WORDS = defineWords(
  {
    brand: 'Distributor portal',
    skip: 'To the content',
    pages: 'Pages',
    accounts: 'Accounts',
    resellers: 'Resellers',
    signOut: 'Sign out',
  },
  {
    brand: 'Distributorportal',
    skip: 'Zum Inhalt',
    pages: 'Seiten',
    accounts: 'Kunden',
    resellers: 'Reseller',
    signOut: 'Abmelden',
  },
);

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const words = useWords(WORDS);
  const { signOut } = useSession();
  const viewer = useViewer();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [, room = ''] = pathname.split('/');
  const first = useRef(true);
  // Whoever goes to another page by keys or by ear is at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the occasion.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [room]);
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="top">
        <div className="top-inner">
          <Link to="/" className="brand">
            <img src={icon} alt="" />
            {words.brand}
          </Link>
          {viewer.tenantReseller === null && (
            <nav className="nav" aria-label={words.pages}>
              <NavLink to="/" end {...(room === 'accounts' ? { 'aria-current': 'page' as const } : {})}>
                {words.accounts}
              </NavLink>
              <NavLink to="/resellers">{words.resellers}</NavLink>
            </nav>
          )}
          <div className="top-end">
            <LanguageChoice />
            <span className="small muted">{storedSession()?.name ?? viewer.id}</span>
            <Button tone="quiet" aria-label={words.signOut} onPress={signOut}>
              <LogOut className="icon" aria-hidden />
            </Button>
          </div>
        </div>
      </header>
      <main className="page" id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </>
  );
}
