import { type FormEvent, useState } from 'react';
import type { StoredSession } from '../../state/session.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { pastedSession } from './identities.ts';

const WORDS = defineWords(
  {
    own: 'Use a token of your own',
    token: 'Token',
    help: 'It stays in this tab, and is gone when you close it.',
    use: 'Go on with this token',
    empty: 'Paste a token first.',
  },
  {
    own: 'Ein eigenes Token verwenden',
    token: 'Token',
    help: 'Es bleibt in diesem Tab und ist weg, wenn Sie ihn schließen.',
    use: 'Mit diesem Token weiter',
    empty: 'Fügen Sie zuerst ein Token ein.',
  },
);

interface PasteTokenProps {
  /** Where there are easier ways in, it is opened by whoever wants it. */
  readonly isShut: boolean;
  readonly onSignIn: (session: StoredSession) => void;
}

export function PasteToken({ isShut, onSignIn }: PasteTokenProps) {
  const words = useWords(WORDS);
  if (!isShut) return <TokenForm onSignIn={onSignIn} />;
  return (
    <details className="paste">
      <summary>{words.own}</summary>
      <TokenForm onSignIn={onSignIn} />
    </details>
  );
}

function TokenForm({ onSignIn }: Pick<PasteTokenProps, 'onSignIn'>) {
  const words = useWords(WORDS);
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const session = pastedSession(text);
    setIsMissing(session === null);
    if (session !== null) onSignIn(session);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        label={words.token}
        help={words.help}
        error={isMissing ? words.empty : undefined}
        value={text}
        onChange={setText}
        rows={4}
      />
      <div>
        <Button type="submit" tone="main">
          {words.use}
        </Button>
      </div>
    </form>
  );
}
