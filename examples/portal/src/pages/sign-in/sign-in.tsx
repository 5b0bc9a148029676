import type { StoredSession } from '../../state/session.tsx';
import { SESSION_KIND } from '../../state/session-kind.ts';
import { Brand } from '../../ui/brand.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { Glimpse } from './glimpse.tsx';
import { IdentityChoice } from './identity-choice.tsx';
import { PasteToken } from './paste-token.tsx';

const WORDS = defineWords(
  {
    title: 'Your accounts, whoever manages them',
    signIn: 'Sign in',
    lead: 'Accounts that resellers manage stand here beside your own: on each you see who manages it, what is locked, what may be done, and why.',
    rules: 'The page itself holds no rule; all of that comes from the server.',
    ready: 'This portal runs on your machine, so nobody asks for a password.',
    token: 'The distributor’s own sign-in gives you a token; paste it to go on.',
  },
  {
    title: 'Ihre Konten, wer auch immer sie verwaltet',
    signIn: 'Anmelden',
    lead: 'Konten, die von Resellern verwaltet werden, stehen hier neben Ihren eigenen: Bei jedem sehen Sie, wer es verwaltet, was gesperrt ist, was erlaubt ist und warum.',
    rules: 'Die Seite selbst enthält keine Regel; all das kommt vom Server.',
    ready: 'Dieses Portal läuft auf Ihrem Rechner, darum fragt niemand nach einem Passwort.',
    token: 'Die Anmeldung des Distributors gibt Ihnen ein Token; fügen Sie es ein.',
  },
);

interface SignInProps {
  readonly onSignIn: (session: StoredSession) => void;
}

/** As one of those that the local server vouches for, or as whom a token names. */
export function SignIn({ onSignIn }: SignInProps) {
  const words = useWords(WORDS);
  const hasIdentities = SESSION_KIND === 'identities';
  useTitle('');
  return (
    <main className="sign-in" id="main" tabIndex={-1}>
      <div className="sign-in-about">
        <span className="brand brand-on-accent">
          <Brand />
        </span>
        <div className="stack">
          <h1>{words.title}</h1>
          <p className="sign-in-lead">
            {words.lead} {words.rules}
          </p>
        </div>
        <Glimpse />
      </div>
      <div className="sign-in-form">
        <div className="sign-in-head">
          <div>
            <h2 className="sign-in-title">{words.signIn}</h2>
            <p className="muted">{hasIdentities ? words.ready : words.token}</p>
          </div>
          <LanguageChoice />
        </div>
        {hasIdentities && <IdentityChoice onSignIn={onSignIn} />}
        <PasteToken isShut={hasIdentities} onSignIn={onSignIn} />
      </div>
    </main>
  );
}
