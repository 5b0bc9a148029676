import { NumberField as AriaNumberField, Input, Label } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './fields.tsx';

interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** No decimals. */
  readonly isWhole?: boolean;
}

/** A number as the reader's region writes it. No amounts: these are exact decimals, not numbers. */
export function NumberField(props: NumberFieldProps) {
  const { label, help, error, lock, value, onChange, isRequired = false, isReadOnly = false, isWhole = false } = props;
  return (
    <AriaNumberField
      className="field"
      value={value ?? Number.NaN}
      onChange={(typed) => onChange(Number.isNaN(typed) ? null : typed)}
      formatOptions={{ maximumFractionDigits: isWhole ? 0 : 20, useGrouping: false }}
      isRequired={isRequired}
      isReadOnly={isReadOnly || lock != null}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} lock={lock} isRequired={isRequired}>
        <Label>{label}</Label>
      </FieldLabel>
      <Input className="control" />
      <FieldNotes help={help} error={error} />
    </AriaNumberField>
  );
}
