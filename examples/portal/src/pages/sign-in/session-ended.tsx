import { KeyRound } from 'lucide-react';
import { SESSION_KIND } from '../../state/session-kind.ts';
import { BRAND, Brand } from '../../ui/brand.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { SignInAgain } from './sign-in-again.tsx';

const WORDS = defineWords(
  {
    ended: 'Your session has ended',
    kept: 'Nothing on the page is lost: what you have typed is still there once you are signed in again.',
    needed: 'Please sign in',
    neededHelp: 'You come to this page with the distributor’s own sign-in.',
  },
  {
    ended: 'Ihre Sitzung ist beendet',
    kept: 'Nichts auf der Seite ist verloren: Was Sie getippt haben, steht nach der Anmeldung noch da.',
    needed: 'Bitte melden Sie sich an',
    neededHelp: 'Auf diese Seite kommen Sie mit der Anmeldung des Distributors.',
  },
);

/** Over the page, which stays as it is, with whatever has been typed. It cannot be left but by signing in, or out. */
export function SessionEnded() {
  const words = useWords(WORDS);
  return (
    <Dialog title={words.ended} onClose={() => undefined}>
      <p className="muted">{words.kept}</p>
      <SignInAgain />
    </Dialog>
  );
}

/** Where nothing of the page is there yet: the token of this tab is no longer taken, or no session stands in front of the portal. */
export function SignInNeeded() {
  const words = useWords(WORDS);
  const { brand } = useWords(BRAND);
  const isOuter = SESSION_KIND === 'outer';
  const title = isOuter ? words.needed : words.ended;
  useTitle(title);
  return (
    <main className="sign-in-needed" id="main" tabIndex={-1}>
      <div className="sign-in-needed-head">
        <span className="brand">
          <Brand />
        </span>
        <LanguageChoice />
      </div>
      <section className="card stack" aria-label={brand}>
        <span className="identity-mark">
          <KeyRound className="icon" aria-hidden />
        </span>
        <h1>{title}</h1>
        {isOuter && <p className="muted">{words.neededHelp}</p>}
        <SignInAgain />
      </section>
    </main>
  );
}
