import type { ComponentType } from 'react';
import { TextField as AriaTextField, Input, Label } from 'react-aria-components';
import type { CustomFieldType } from '../../../api/generated.ts';
import { FieldNotes, TextField } from '../../../ui/fields.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { exactDecimal } from '../../../words/decimal-text.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import type { CustomFieldChoice } from '../address.ts';
import type { CustomFieldDefinition } from './choices.ts';

export const VALUE_WORDS = defineWords(
  { value: 'Value', yes: 'Yes', no: 'No' },
  { value: 'Wert', yes: 'Ja', no: 'Nein' },
);

interface ValueProps {
  readonly definition: CustomFieldDefinition;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
}

function TextValue({ text, onChange, error }: ValueProps) {
  const words = useWords(VALUE_WORDS);
  return <TextField label={words.value} value={text} onChange={onChange} error={error} />;
}

function NumberValue({ text, onChange, error }: ValueProps) {
  const words = useWords(VALUE_WORDS);
  return <TextField label={words.value} value={text} onChange={onChange} error={error} inputMode="decimal" />;
}

function DateValue({ text, onChange, error }: ValueProps) {
  const words = useWords(VALUE_WORDS);
  return (
    <AriaTextField
      className="field"
      type="date"
      value={text}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="field-label">{words.value}</Label>
      <Input className="control" min="1900-01-01" max="9999-12-31" />
      <FieldNotes error={error} />
    </AriaTextField>
  );
}

function BooleanValue({ text, onChange, error }: ValueProps) {
  const words = useWords(VALUE_WORDS);
  const choices = [
    { id: 'true', label: words.yes },
    { id: 'false', label: words.no },
  ];
  return <SelectField label={words.value} choices={choices} value={text || null} onChange={onChange} error={error} />;
}

function ChoiceValue({ definition, text, onChange, error }: ValueProps) {
  const words = useWords(VALUE_WORDS);
  const choices = (definition.options ?? []).map((option) => ({ id: option, label: option }));
  return <SelectField label={words.value} choices={choices} value={text || null} onChange={onChange} error={error} />;
}

interface ValueKind {
  readonly Control: ComponentType<ValueProps>;
  /** What is looked for; undefined where that is no value. */
  readonly read: (text: string, region: string) => CustomFieldChoice['value'] | undefined;
}

const asText = (text: string) => (text === '' ? undefined : text);

/** How a value of each type is chosen. */
export const VALUE_KINDS: Readonly<Record<CustomFieldType, ValueKind>> = {
  TEXT: { Control: TextValue, read: asText },
  NUMBER: { Control: NumberValue, read: readNumber },
  BOOLEAN: { Control: BooleanValue, read: (text) => (text === '' ? undefined : text === 'true') },
  DATE: { Control: DateValue, read: asText },
  CHOICE: { Control: ChoiceValue, read: asText },
};

/** As people of the region type it, with a sign or without. */
function readNumber(text: string, region: string): number | undefined {
  const [, sign = '', typed = ''] = /^\s*([-+]?)(.*)$/.exec(text) ?? [];
  const exact = exactDecimal(typed, region);
  return exact === null ? undefined : Number(`${sign}${exact}`);
}
