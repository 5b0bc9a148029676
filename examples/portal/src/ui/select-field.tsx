import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './fields.tsx';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface SelectFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  /** Told, not shown: where it stands says what it is. */
  readonly isLabelHidden?: boolean;
}

/** One of a few. */
export function SelectField(props: SelectFieldProps) {
  const { label, help, error, lock, choices, value, onChange, placeholder, isLabelHidden = false } = props;
  const { isRequired = false, isReadOnly = false } = props;
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isDisabled={isReadOnly || lock != null}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      // Whoever is faster than the choices sees them come.
      allowsEmptyCollection
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      {isLabelHidden ? (
        <Label className="visually-hidden">{label}</Label>
      ) : (
        <FieldLabel label={label} lock={lock} isRequired={isRequired}>
          <Label>{label}</Label>
        </FieldLabel>
      )}
      <Button className="control select-button">
        {/* The text alone, without the mark that it has in the list. */}
        <SelectValue>{({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}</SelectValue>
        <ChevronDown className="icon" aria-hidden />
      </Button>
      <FieldNotes help={help} error={error} />
      <Popover className="popover">
        <ListBox items={choices}>
          {({ id, label: text }) => (
            <ListBoxItem id={id} textValue={text} className="option">
              {text}
              <Check className="icon" aria-hidden />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
