import { X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const WORDS = defineWords({ close: 'Close the message' }, { close: 'Meldung schließen' });

/** What was done last. The place for it is always there, so that what comes into it is read out. */
export function Told({ text, onRead }: { readonly text: string; readonly onRead: () => void }) {
  const words = useWords(WORDS);
  return (
    <div className="told" role="status" data-empty={text === '' || undefined}>
      {text !== '' && (
        <div className="notice notice-good">
          <div className="notice-body">{text}</div>
          <Button tone="quiet" aria-label={words.close} onPress={onRead}>
            <X className="icon" aria-hidden />
          </Button>
        </div>
      )}
    </div>
  );
}
