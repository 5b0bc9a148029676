import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './fields.tsx';

interface DayFieldProps extends FieldProps {
  /** YYYY-MM-DD. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day, typed in the order of the reader's region. */
export function DayField({
  label,
  help,
  error,
  lock,
  value,
  onChange,
  isRequired = false,
  isReadOnly = false,
}: DayFieldProps) {
  return (
    <DateField
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day?.toString() ?? null)}
      granularity="day"
      shouldForceLeadingZeros
      isRequired={isRequired}
      isReadOnly={isReadOnly || lock != null}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} lock={lock} isRequired={isRequired}>
        <Label>{label}</Label>
      </FieldLabel>
      <DateInput className="control day-control">
        {(segment) => <DateSegment segment={segment} className="day-segment" />}
      </DateInput>
      <FieldNotes help={help} error={error} />
    </DateField>
  );
}
