import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { defineWords, useWords } from '../words/words.ts';
import { Notice } from './notice.tsx';

const WORDS = defineWords(
  { offline: 'You are offline. What is on the page stays; it is asked for again as soon as there is a network.' },
  { offline: 'Sie sind offline. Was hier steht, bleibt; sobald es ein Netz gibt, wird es neu abgefragt.' },
);

/** Above every page while there is no network. The place is always there, so that readers hear what comes into it. */
export function OfflineNotice() {
  const { offline } = useWords(WORDS);
  const isOnline = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
  );
  return (
    <div className="offline" role="status">
      {!isOnline && <Notice tone="warn">{offline}</Notice>}
    </div>
  );
}
