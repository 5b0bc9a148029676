import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';

const WORDS = defineWords({ more: 'Show {count} more' }, { more: 'Weitere {count} anzeigen' });

interface SliceProps<Item> {
  readonly items: readonly Item[];
  /** How many at a time. */
  readonly size: number;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** Of many that are here already, those that people look at first. */
export function Slice<Item>({ items, size, children }: SliceProps<Item>) {
  const words = useWords(WORDS);
  const { count } = useFormats();
  const [shown, setShown] = useState(size);
  const left = items.length - shown;
  return (
    <>
      {children(items.slice(0, shown))}
      {left > 0 && (
        <div className="endless-more">
          <Button onPress={() => setShown(shown + size)}>
            {fill(words.more, { count: count(Math.min(left, size)) })}
          </Button>
        </div>
      )}
    </>
  );
}
