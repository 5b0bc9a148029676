import type { ComponentType } from 'react';
import type { AccountFieldsFragment, CustomFieldType } from '../../../api/generated.ts';
import { DayChoice } from '../../../ui/day-choice.tsx';
import { type FieldProps, TextField } from '../../../ui/fields.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useYesNoWords } from '../overview/yes-no.ts';
import type { ControlProps } from './controls.tsx';
import { FieldSet } from './field-set.tsx';

const WORDS = defineWords({ none: 'No value' }, { none: 'Kein Wert' });

type Definition = NonNullable<AccountFieldsFragment['customFields']>[number]['definition'];
interface CustomProps extends FieldProps {
  readonly definition: Definition;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** What each type of custom field is changed with. */
const BY_TYPE: Readonly<Record<CustomFieldType, ComponentType<CustomProps>>> = {
  TEXT: ({ definition: _, value, onChange, ...props }) => (
    <TextField
      {...props}
      value={value === null ? '' : String(value)}
      onChange={(text) => onChange(text === '' ? null : text)}
    />
  ),
  NUMBER: ({ definition: _, value, onChange, ...props }) => (
    <NumberField {...props} value={value === null ? null : Number(value)} onChange={onChange} />
  ),
  BOOLEAN: (props) => {
    const { yes, no } = useYesNoWords();
    return (
      <OneOf
        {...props}
        choices={[
          { value: true, label: yes },
          { value: false, label: no },
        ]}
      />
    );
  },
  DATE: ({ definition: _, value, onChange, ...props }) => (
    <DayChoice {...props} value={value === null ? null : String(value)} onChange={onChange} />
  ),
  CHOICE: (props) => {
    const options = props.definition.options ?? [];
    // An option that was taken away stays until the value is changed.
    const all = typeof props.value === 'string' ? [...new Set([...options, props.value])] : options;
    return <OneOf {...props} choices={all.map((option) => ({ value: option, label: option }))} />;
  },
};

interface OneOfProps extends CustomProps {
  readonly choices: readonly { readonly value: unknown; readonly label: string }[];
}

/** One of a few values, or none. */
function OneOf({ definition: _, choices, value, onChange, ...props }: OneOfProps) {
  const { none } = useWords(WORDS);
  const all = [{ value: null, label: none }, ...choices];
  return (
    <SelectField
      {...props}
      choices={all.map(({ label }, index) => ({ id: String(index), label }))}
      value={String(all.findIndex((choice) => choice.value === value))}
      onChange={(id) => onChange(all[Number(id)]?.value ?? null)}
    />
  );
}

/** The custom fields, each as its type asks for. */
export function CustomFieldsControl({ account, draft, change, refused, lock }: ControlProps) {
  const values = draft.CUSTOM_FIELDS;
  return (
    <FieldSet field="CUSTOM_FIELDS" lock={lock}>
      {(account.customFields ?? []).map(({ definition }) => {
        const { code, label, type, required } = definition;
        const Control = BY_TYPE[type] ?? BY_TYPE.TEXT;
        return (
          <Control
            key={code}
            definition={definition}
            label={label}
            isRequired={required}
            isReadOnly={lock !== null}
            error={refused('customFields', code)}
            value={values[code] ?? null}
            onChange={(value) => change({ CUSTOM_FIELDS: { ...values, [code]: value } })}
          />
        );
      })}
    </FieldSet>
  );
}
