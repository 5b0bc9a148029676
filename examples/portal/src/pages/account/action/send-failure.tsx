import type { CallFailure, FailureKind } from '../../../api/ask.ts';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    offline: 'No answer came, so it is not known whether this was done. What you have typed stays; send it again.',
    unauthenticated: 'Your session has ended. Sign in again and send it once more.',
    forbidden: 'You may not do this.',
    unavailable: 'The server cannot do this just now. What you have typed stays; send it again in a moment.',
    refused: 'This could not be done.',
  },
  {
    offline:
      'Es kam keine Antwort; ob es getan ist, steht nicht fest. Was Sie eingegeben haben, bleibt; senden Sie es noch einmal.',
    unauthenticated: 'Ihre Sitzung ist beendet. Melden Sie sich neu an und senden Sie es noch einmal.',
    forbidden: 'Das dürfen Sie nicht tun.',
    unavailable:
      'Der Server kann das gerade nicht tun. Was Sie eingegeben haben, bleibt; senden Sie es gleich noch einmal.',
    refused: 'Das war nicht möglich.',
  },
);

/** In a dialog, whose answer did not come or was none. What was typed stays. */
export function SendFailure({ failure }: { readonly failure: CallFailure }) {
  const words: Readonly<Record<FailureKind, string>> = useWords(WORDS);
  const told = failure.kind === 'refused' && failure.message !== '' ? failure.message : words[failure.kind];
  return <Notice tone="bad">{told}</Notice>;
}
