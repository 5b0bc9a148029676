import { Lock } from 'lucide-react';
import { defineWords, fill, useWords } from '../words/words.ts';
import { ReasonTip } from './reason-tip.tsx';

const WORDS = defineWords({ locked: '{field} is locked' }, { locked: '{field} ist gesperrt' });

interface PadlockProps {
  /** What people call the field. */
  readonly field: string;
  readonly reason: string;
}

/** Beside a field that may not be changed, with the reason that the server gives. */
export function Padlock({ field, reason }: PadlockProps) {
  const words = useWords(WORDS);
  return (
    <ReasonTip reason={reason}>
      {(tip) => (
        <button type="button" className="padlock" aria-label={fill(words.locked, { field })} {...tip}>
          <Lock className="icon" aria-hidden />
        </button>
      )}
    </ReasonTip>
  );
}
