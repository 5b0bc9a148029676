import { type FormEvent, useEffect, useState } from 'react';
import { type Identity, identities, type Session, tokenOf } from '../state/session.ts';
import { useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Locale } from '../words/words.ts';

interface SignInProps {
  readonly signIn: (session: Session) => void;
  readonly setLocale: (locale: Locale) => void;
}

/** As whom: one of those that the local server vouches for, or whom a token names. */
export function SignIn({ signIn, setLocale }: SignInProps) {
  const { words } = useWords();
  const [ready, setReady] = useState<readonly Identity[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    document.title = words.title;
    identities().then(setReady);
  }, [words]);
  const choose = (identity: Identity) =>
    tokenOf(identity).then(
      (token) => signIn({ token, name: identity.name }),
      (error: Error) => setFault(error.message),
    );
  return (
    <main className="sign-in" id="main" tabIndex={-1}>
      <div className="sign-in-head">
        <span className="brand-mark brand-mark-large">
          <Icon name="lock" />
        </span>
        <LanguageChoice setLocale={setLocale} />
      </div>
      <h1>{words.title}</h1>
      <p className="lead">{words.signInLead}</p>
      {fault !== null && (
        <div role="alert">
          <Notice tone="bad">{fault}</Notice>
        </div>
      )}
      {ready.length > 0 && (
        <section aria-labelledby="ready">
          <h2 id="ready">{words.ready}</h2>
          <ul className="identities">
            {ready.map((identity) => (
              <li key={identity.id}>
                <button type="button" className="identity" onClick={() => choose(identity)}>
                  <Icon name="person" />
                  <span>
                    <strong>{identity.name}</strong>
                    <span className="muted">{identity.description}</span>
                  </span>
                  <Icon name="right" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <PasteToken signIn={signIn} />
    </main>
  );
}

function PasteToken({ signIn }: Pick<SignInProps, 'signIn'>) {
  const { words } = useWords();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // As it is printed, be it over several lines, or as a header has it.
    const token = text.replace(/^\s*(authorization:\s*)?bearer\s+/i, '').replace(/\s/g, '');
    if (token !== '') signIn({ token, name: words.you });
  };
  return (
    <section aria-labelledby="paste">
      <h2 id="paste">{words.paste}</h2>
      <form onSubmit={submit} className="paste">
        <label htmlFor="token" className="field-label">
          {words.token}
        </label>
        <textarea
          id="token"
          className="control"
          rows={3}
          spellCheck={false}
          autoComplete="off"
          aria-describedby="token-help"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p id="token-help" className="field-help">
          {words.tokenHelp}
        </p>
        <button type="submit" className="button button-main" disabled={text.trim() === ''}>
          {words.usePasted}
        </button>
      </form>
    </section>
  );
}
