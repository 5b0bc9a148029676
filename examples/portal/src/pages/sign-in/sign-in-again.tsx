import { useState } from 'react';
import { OUTER_SESSION, useSession } from '../../state/session.tsx';
import { SESSION_KIND, SIGN_IN_URL } from '../../state/session-kind.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { defineWords, fill, useWords } from '../../words/words.ts';
import { sessionOf } from './identities.ts';
import { PasteToken } from './paste-token.tsx';

const WORDS = defineWords(
  {
    as: 'Go on as {name}',
    other: 'Sign in as somebody else',
    fault: 'That did not work. Try again.',
    elsewhere: 'Sign in',
    elsewhereHelp: 'Opens in another tab. When you are done there, come back and go on here.',
    goOn: 'Go on',
  },
  {
    as: 'Weiter als {name}',
    other: 'Als jemand anderes anmelden',
    fault: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
    elsewhere: 'Anmelden',
    elsewhereHelp: 'Öffnet einen anderen Tab. Kommen Sie danach zurück und machen Sie hier weiter.',
    goOn: 'Weiter',
  },
);

/** How one goes on whose session has ended, by the way that they came. */
export function SignInAgain() {
  return SESSION_KIND === 'outer' ? <Elsewhere /> : <Here />;
}

function Here() {
  const words = useWords(WORDS);
  const { stored, signOut, renew } = useSession();
  const [hasFailed, setHasFailed] = useState(false);
  const { identity, name } = stored;
  const again = (id: string) => {
    setHasFailed(false);
    sessionOf({ id, name }).then(renew, () => setHasFailed(true));
  };
  return (
    <div className="stack">
      {hasFailed && <Notice tone="bad">{words.fault}</Notice>}
      {identity === null && <PasteToken isShut={false} onSignIn={renew} />}
      <div className="row">
        {identity !== null && (
          <Button tone="main" autoFocus onPress={() => again(identity)}>
            {fill(words.as, { name })}
          </Button>
        )}
        {signOut !== null && <Button onPress={signOut}>{words.other}</Button>}
      </div>
    </div>
  );
}

function Elsewhere() {
  const words = useWords(WORDS);
  const { renew } = useSession();
  return (
    <div className="stack">
      <p className="muted">{words.elsewhereHelp}</p>
      <div className="row">
        <a className="button button-main" href={SIGN_IN_URL} target="_blank" rel="noreferrer">
          {words.elsewhere}
        </a>
        <Button onPress={() => renew(OUTER_SESSION)}>{words.goOn}</Button>
      </div>
    </div>
  );
}
