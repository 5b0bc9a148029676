import { ArrowUp } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { defineWords, useWords } from '../../../words/words.ts';

const WORDS = defineWords({ top: 'To the top' }, { top: 'Nach oben' });

/** Back to the beginning of a long list, by eye and by keyboard. */
export function ToTop({ isFar }: { readonly isFar: boolean }) {
  const words = useWords(WORDS);
  if (!isFar) return null;
  return (
    <div className="to-top">
      <Button
        onPress={() => {
          window.scrollTo(0, 0);
          document.getElementById('main')?.focus({ preventScroll: true });
        }}
      >
        <ArrowUp className="icon" aria-hidden />
        {words.top}
      </Button>
    </div>
  );
}
