import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { SwitchField } from '../../../ui/fields.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { typedDecimal } from '../../../words/decimal-text.ts';
import { regionOf, useLocale } from '../../../words/locale.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import type { CustomFieldChoice } from '../address.ts';
import type { CustomFieldDefinition } from './choices.ts';
import { VALUE_KINDS } from './custom-field-value.tsx';
import { FilterCount } from './filter-count.tsx';

const WORDS = defineWords(
  {
    field: 'Field',
    without: 'Without a value',
    apply: 'Show these',
    chosen: 'chosen',
    missing: 'Give a value of this field.',
  },
  {
    field: 'Feld',
    without: 'Ohne Wert',
    apply: 'Diese zeigen',
    chosen: 'gewählt',
    missing: 'Geben Sie einen Wert dieses Feldes an.',
  },
);

interface CustomFieldFilterProps {
  readonly definitions: readonly CustomFieldDefinition[];
  readonly chosen: CustomFieldChoice | null;
  readonly onChange: (chosen: CustomFieldChoice) => void;
}

/** Accounts with one value of one custom field, or without any. */
export function CustomFieldFilter({ definitions, chosen, onChange }: CustomFieldFilterProps) {
  const words = useWords(WORDS);
  const label = usePolicyWords().field('CUSTOM_FIELDS').label;
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button>
        {label}
        <FilterCount count={chosen === null ? 0 : 1} words={words.chosen} />
        <ChevronDown className="icon" aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom start" aria-label={label}>
        <div className="choice-dialog">
          <ChoiceOfOne
            definitions={definitions}
            chosen={chosen}
            onChange={(next) => {
              onChange(next);
              setOpen(false);
            }}
          />
        </div>
      </Popover>
    </DialogTrigger>
  );
}

/** A value as it would be typed. */
const textOf = (value: string | number | boolean, region: string): string =>
  typeof value === 'number' ? typedDecimal(String(value), region) : String(value);

function ChoiceOfOne({ definitions, chosen, onChange }: CustomFieldFilterProps) {
  const words = useWords(WORDS);
  const [code, setCode] = useState(chosen?.code ?? definitions[0]?.code ?? null);
  const region = regionOf(useLocale().locale);
  const [text, setText] = useState(textOf(chosen?.value ?? '', region));
  const [isWithout, setWithout] = useState(chosen !== null && chosen.value === null);
  const [isMissing, setMissing] = useState(false);
  const definition = definitions.find((one) => one.code === code);
  const kind = definition && VALUE_KINDS[definition.type];
  const value = isWithout ? null : kind?.read(text, region);
  return (
    <form
      className="choice-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (definition !== undefined && value !== undefined) onChange({ code: definition.code, value });
        else setMissing(true);
      }}
    >
      <SelectField
        label={words.field}
        choices={definitions.map((one) => ({ id: one.code, label: one.label }))}
        value={code}
        onChange={(next) => {
          setCode(next);
          setText('');
        }}
      />
      {definition !== undefined && kind !== undefined && !isWithout && (
        <kind.Control
          key={definition.code}
          definition={definition}
          text={text}
          onChange={setText}
          error={isMissing && value === undefined ? words.missing : undefined}
        />
      )}
      <SwitchField label={words.without} isSelected={isWithout} onChange={setWithout} />
      <Button type="submit" tone="main">
        {words.apply}
      </Button>
    </form>
  );
}
