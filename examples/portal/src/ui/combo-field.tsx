import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { defineWords, useWords } from '../words/words.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './fields.tsx';

const WORDS = defineWords(
  { show: 'Show what there is', none: 'Nothing found', searching: 'Searching' },
  { show: 'Zeigen, was es gibt', none: 'Nichts gefunden', searching: 'Wird gesucht' },
);

/** One of many, found by typing. */
export interface Found {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly more?: string | undefined;
}

interface ComboFieldProps<Item extends Found> extends FieldProps {
  readonly value: Item | null;
  readonly onChange: (item: Item | null) => void;
  /** What was found for what is typed; undefined while it is looked for. */
  readonly items: readonly Item[] | undefined;
  readonly onSearch: (text: string) => void;
  readonly placeholder?: string;
}

/** Found by typing: the server searches. What is emptied is none; what was typed and not chosen goes again. */
export function ComboField<Item extends Found>(props: ComboFieldProps<Item>) {
  const { label, help, error, lock, value, onChange, items, onSearch, placeholder, isRequired = false } = props;
  const words = useWords(WORDS);
  const [text, setText] = useState(value?.label ?? '');
  const [shown, setShown] = useState(value?.id);
  // Another one was put in from outside.
  if (shown !== value?.id) {
    setShown(value?.id);
    setText(value?.label ?? '');
  }
  const choose = (item: Item | null) => {
    setShown(item?.id);
    setText(item?.label ?? '');
    onSearch('');
    if (item?.id !== value?.id) onChange(item);
  };
  return (
    <ComboBox
      className="field combo"
      items={items ?? []}
      value={value?.id ?? null}
      onChange={(id) => choose([value, ...(items ?? [])].find((item) => item?.id === id) ?? null)}
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        onSearch(typed === value?.label ? '' : typed);
        if (typed === '' && value !== null) choose(null);
      }}
      menuTrigger="input"
      allowsEmptyCollection
      isReadOnly={lock != null}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} lock={lock} isRequired={isRequired}>
        <Label>{label}</Label>
      </FieldLabel>
      <div className="combo-control">
        <Input className="control" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="combo-button" aria-label={words.show}>
          <ChevronDown className="icon" aria-hidden />
        </Button>
      </div>
      <FieldNotes help={help} error={error} />
      <Popover className="popover">
        {/* The list stands outside of the page's landmarks. */}
        <section aria-label={label}>
          <ListBox<Item>
            className="combo-list"
            renderEmptyState={() => (
              <p className="combo-none muted">{items === undefined ? words.searching : words.none}</p>
            )}
          >
            {({ id, label: name, more }) => (
              <ListBoxItem id={id} textValue={name} className="option">
                <span>{name}</span>
                {more !== undefined && <span className="muted small">{more}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </ComboBox>
  );
}
