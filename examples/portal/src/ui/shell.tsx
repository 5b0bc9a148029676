import { LogOut } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { SessionEnded } from '../pages/sign-in/session-ended.tsx';
import { useSession, type Viewer } from '../state/session.tsx';
import { defineWords, fill, useWords } from '../words/words.ts';
import { Boundary } from './boundary.tsx';
import { Brand } from './brand.tsx';
import { Button } from './button.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { usePageChange } from './use-page-change.ts';

const WORDS = defineWords(
  {
    skip: 'To the content',
    pages: 'Pages',
    accounts: 'Accounts',
    resellers: 'Resellers',
    signedIn: 'Signed in as {name}',
    signOut: 'Sign out',
  },
  {
    skip: 'Zum Inhalt',
    pages: 'Seiten',
    accounts: 'Konten',
    resellers: 'Reseller',
    signedIn: 'Angemeldet als {name}',
    signOut: 'Abmelden',
  },
);

interface ShellProps {
  /** Null while that is not known. */
  readonly viewer: Viewer | null;
  readonly children: ReactNode;
}

/** What stands around every page. */
export function Shell({ viewer, children }: ShellProps) {
  const words = useWords(WORDS);
  const { signOut, stored, hasEnded } = useSession();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [, room = ''] = pathname.split('/');
  usePageChange(main);
  const name = stored.name || (viewer?.id ?? '');
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="top">
        <div className="top-inner">
          <Link to="/" className="brand">
            <Brand />
          </Link>
          {viewer === null && <div className="nav" />}
          {viewer?.tenantReseller === null && (
            <nav className="nav" aria-label={words.pages}>
              {/* Of the list itself the page; of one record the way back to its list. */}
              <Link to="/" aria-current={pathname === '/' ? 'page' : room === 'accounts'}>
                {words.accounts}
              </Link>
              <Link to="/resellers" aria-current={pathname === '/resellers' ? 'page' : room === 'resellers'}>
                {words.resellers}
              </Link>
            </nav>
          )}
          <div className="top-end">
            <LanguageChoice />
            <span className="who" title={fill(words.signedIn, { name })}>
              <span className="who-mark" aria-hidden>
                {[...name][0]?.toUpperCase()}
              </span>
              <span className="who-name">{name}</span>
            </span>
            {signOut !== null && (
              <Button tone="quiet" aria-label={words.signOut} onPress={signOut}>
                <LogOut className="icon" aria-hidden />
              </Button>
            )}
          </div>
        </div>
      </header>
      <main className="page" id="main" tabIndex={-1} ref={main}>
        <OfflineNotice />
        <Boundary at={pathname}>{children}</Boundary>
      </main>
      {hasEnded && <SessionEnded />}
    </>
  );
}
