import { Check, ChevronDown, Search } from 'lucide-react';
import {
  Autocomplete,
  DialogTrigger,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Button } from '../../../ui/button.tsx';
import type { Choice } from '../../../ui/select-field.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { FilterCount } from './filter-count.tsx';

const WORDS = defineWords(
  { find: 'Find in the list', none: 'Nothing of this name', chosen: 'chosen' },
  { find: 'In der Liste finden', none: 'Nichts mit diesem Namen', chosen: 'gewählt' },
);

/** From so many on one types rather than looks. */
const MANY = 8;

interface MultiChoiceProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of a list, which is searched by typing when it is long. */
export function MultiChoice({ label, choices, chosen, onChange }: MultiChoiceProps) {
  const words = useWords(WORDS);
  const { contains } = useFilter({ sensitivity: 'base' });
  const list = (
    <ListBox
      aria-label={label}
      className="choice-list"
      items={choices}
      selectionMode="multiple"
      // It closes what the list stands in, and leaves what was chosen.
      escapeKeyBehavior="none"
      selectedKeys={chosen}
      onSelectionChange={(keys) => {
        const all = new Set(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String));
        onChange(choices.map(({ id }) => id).filter((id) => all.has(id)));
      }}
      renderEmptyState={() => <p className="choice-none">{words.none}</p>}
    >
      {({ id, label: text }) => (
        <ListBoxItem id={id} textValue={text} className="option">
          {text}
          <Check className="icon" aria-hidden />
        </ListBoxItem>
      )}
    </ListBox>
  );
  return (
    <DialogTrigger>
      <Button>
        {label}
        <FilterCount count={chosen.length} words={words.chosen} />
        <ChevronDown className="icon" aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start" aria-label={label}>
        <div className="choice-dialog">
          {choices.length < MANY ? (
            list
          ) : (
            <Autocomplete filter={contains}>
              <SearchField className="search" autoFocus>
                <Label className="visually-hidden">{words.find}</Label>
                <Search className="icon" aria-hidden />
                <Input className="control" placeholder={words.find} />
              </SearchField>
              {list}
            </Autocomplete>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
