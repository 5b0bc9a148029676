import { useRef } from 'react';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  { changed: 'Somebody else has changed this meanwhile. What you typed is kept, and replaces it when you save.' },
  {
    changed: 'Jemand anders hat das inzwischen geändert. Ihre Eingaben bleiben stehen und ersetzen es beim Speichern.',
  },
);

interface ChangedMeanwhileProps {
  readonly now: unknown;
  /** Whether it is being sent: from then on it may be one's own change that is seen. */
  readonly isPending: boolean;
}

/** Says that what is being edited is no longer what it was when the dialog opened. */
export function ChangedMeanwhile({ now, isPending }: ChangedMeanwhileProps) {
  const words = useWords(WORDS);
  const text = JSON.stringify(now);
  const atFirst = useRef(text);
  return isPending || text === atFirst.current ? null : <Notice tone="warn">{words.changed}</Notice>;
}
