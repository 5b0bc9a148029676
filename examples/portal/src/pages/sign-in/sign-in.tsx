import { useEffect, useState } from 'react';
import type { StoredSession } from '../../state/session.tsx';
import { Button } from '../../ui/button.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { type Identity, identities, tokenOf } from './identities.ts';

const WORDS = defineWords({ title: 'Distributor portal' }, { title: 'Distributorportal' });

/** As whom: one of those that the local server vouches for. */
export function SignIn({ onSignIn }: { readonly onSignIn: (session: StoredSession) => void }) {
  const words = useWords(WORDS);
  const [ready, setReady] = useState<readonly Identity[]>([]);
  useEffect(() => {
    identities().then(setReady);
  }, []);
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-head">
        <h1>{words.title}</h1>
        <LanguageChoice />
      </div>
      <ul className="stack">
        {ready.map((identity) => (
          <li key={identity.id}>
            <Button onPress={() => tokenOf(identity).then((token) => onSignIn({ token, name: identity.name }))}>
              {identity.name}
            </Button>{' '}
            <span className="muted">{identity.description}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
