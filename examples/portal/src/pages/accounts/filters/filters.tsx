import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { countFilters } from '../address.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import { FilterControls, type FilterProps } from './filter-controls.tsx';
import { FilterCount } from './filter-count.tsx';

const WORDS = defineWords(
  { filters: 'Filters', used: 'in use', done: 'Show accounts' },
  { filters: 'Filter', used: 'gesetzt', done: 'Konten zeigen' },
);

/** Beside the search, or where there is no room, behind a button. */
export function Filters(props: FilterProps) {
  const words = useWords(WORDS);
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  if (!isNarrow) {
    return (
      <fieldset className="filter-bar">
        <legend className="visually-hidden">{words.filters}</legend>
        <FilterControls {...props} />
      </fieldset>
    );
  }
  return (
    <>
      <Button aria-haspopup="dialog" onPress={() => setOpen(true)}>
        <SlidersHorizontal className="icon" aria-hidden />
        {words.filters}
        <FilterCount count={countFilters(props.address)} words={words.used} />
      </Button>
      {isOpen && (
        <Dialog title={words.filters} onClose={() => setOpen(false)}>
          <div className="filter-stack">
            <FilterControls {...props} />
          </div>
          <div className="dialog-foot">
            <Button tone="main" onPress={() => setOpen(false)}>
              {words.done}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
