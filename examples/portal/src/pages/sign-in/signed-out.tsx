import { CallFailure } from '../../api/ask.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/failure.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const WORDS = defineWords({ again: 'Sign in again' }, { again: 'Neu anmelden' });
const ENDED = new CallFailure('unauthenticated', '');

/** The token is no longer taken. */
export function SignedOut({ onSignIn }: { readonly onSignIn: () => void }) {
  const words = useWords(WORDS);
  return (
    <main className="page" id="main" tabIndex={-1}>
      <Failure failure={ENDED} />
      <Button tone="main" onPress={onSignIn}>
        {words.again}
      </Button>
    </main>
  );
}
