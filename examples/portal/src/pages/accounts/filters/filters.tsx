import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { countFilters } from '../address.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import { FilterControls, type FilterProps } from './filter-controls.tsx';

const WORDS = defineWords(
  { filters: 'Filters', some: 'Filters, {count} in use', done: 'Show accounts' },
  { filters: 'Filter', some: 'Filter, {count} gesetzt', done: 'Konten zeigen' },
);

/** Beside the search, or where there is no room, behind a button. */
export function Filters(props: FilterProps) {
  const words = useWords(WORDS);
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const count = countFilters(props.address);
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
      <Button
        aria-label={count === 0 ? words.filters : fill(words.some, { count })}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
      >
        <SlidersHorizontal className="icon" aria-hidden />
        {words.filters}
        {count > 0 && <span className="filter-count">{count}</span>}
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
