import { CloudOff, KeyRound, type LucideIcon, ServerOff, ShieldX, TriangleAlert } from 'lucide-react';
import type { CallFailure, FailureKind, TopError } from '../api/ask.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { Notice } from './notice.tsx';

const WORDS = defineWords(
  {
    again: 'Try again',
    offline: { title: 'No connection', help: 'The gateway cannot be reached. What is on the page stays as it was.' },
    unauthenticated: { title: 'Your session has ended', help: 'Sign in again to go on.' },
    forbidden: { title: 'Not for you', help: 'You may not see this. An administrator can tell you who may.' },
    unavailable: { title: 'Busy just now', help: 'The server asks to come again in a moment.' },
    refused: { title: 'This could not be answered', help: 'The server has noted what went wrong.' },
    partly: 'Not everything could be answered. What is missing here comes back by itself.',
    old: 'This could not be refreshed just now. What is shown may be old.',
  },
  {
    again: 'Noch einmal versuchen',
    offline: { title: 'Keine Verbindung', help: 'Das Gateway ist nicht erreichbar. Was hier steht, bleibt stehen.' },
    unauthenticated: { title: 'Ihre Sitzung ist beendet', help: 'Melden Sie sich neu an.' },
    forbidden: { title: 'Nicht für Sie', help: 'Das dürfen Sie nicht sehen. Wer es darf, weiß die Administration.' },
    unavailable: { title: 'Gerade ausgelastet', help: 'Der Server bittet um einen neuen Versuch in Kürze.' },
    refused: { title: 'Das konnte nicht beantwortet werden', help: 'Der Server hat den Fehler festgehalten.' },
    partly: 'Nicht alles konnte beantwortet werden. Was hier fehlt, kommt von selbst wieder.',
    old: 'Das konnte gerade nicht aufgefrischt werden. Was hier steht, kann veraltet sein.',
  },
);

const ICONS: Readonly<Record<FailureKind, LucideIcon>> = {
  offline: CloudOff,
  unauthenticated: KeyRound,
  forbidden: ShieldX,
  unavailable: ServerOff,
  refused: TriangleAlert,
};

interface FailureProps {
  readonly failure: CallFailure;
  readonly onAgain?: () => void;
}

/** In the place of what could not be had. */
export function Failure({ failure, onAgain }: FailureProps) {
  const words = useWords(WORDS);
  const { title, help } = words[failure.kind];
  return (
    <div role="alert">
      <Empty title={title} icon={ICONS[failure.kind]}>
        <p>{failure.kind === 'refused' && failure.message !== '' ? failure.message : help}</p>
        {onAgain !== undefined && <Button onPress={onAgain}>{words.again}</Button>}
      </Empty>
    </div>
  );
}

/** Above what could be had, when something beside it could not. */
export function Partly({ errors }: { readonly errors: readonly TopError[] }) {
  const { partly } = useWords(WORDS);
  return errors.length === 0 ? null : <Notice tone="warn">{partly}</Notice>;
}

/** Above what was answered before, when it could not be asked for again. Of a session that has ended another dialog speaks. */
export function Stale({ failure }: { readonly failure: CallFailure | null }) {
  const { old } = useWords(WORDS);
  return failure === null || failure.kind === 'unauthenticated' ? null : <Notice tone="warn">{old}</Notice>;
}
