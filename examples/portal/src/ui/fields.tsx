import type { ReactNode } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Switch, Text, TextArea } from 'react-aria-components';
import { Padlock } from './padlock.tsx';

export interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  /** What the server refuses about it. */
  readonly error?: string | undefined;
  /** Why it may not be changed; it is shown, and cannot be typed into. */
  readonly lock?: string | null | undefined;
  /** It cannot be typed into, for a reason that stands elsewhere. */
  readonly isReadOnly?: boolean;
  readonly isRequired?: boolean;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly type?: 'text' | 'email' | 'tel' | 'search';
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
}

export function TextField({
  label,
  help,
  error,
  lock,
  isReadOnly = false,
  rows,
  placeholder,
  ...props
}: TextFieldProps) {
  const control = { className: 'control', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <AriaTextField
      {...props}
      className="field"
      isReadOnly={isReadOnly || lock != null}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} lock={lock} isRequired={props.isRequired}>
        <Label>{label}</Label>
      </FieldLabel>
      {rows === undefined ? <Input {...control} /> : <TextArea {...control} rows={rows} />}
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  );
}

interface FieldLabelProps extends Pick<FieldProps, 'label' | 'lock'> {
  readonly isRequired?: boolean | undefined;
  readonly children: ReactNode;
}

export function FieldLabel({ label, lock, isRequired = false, children }: FieldLabelProps) {
  return (
    <span className="field-label">
      {children}
      {/* The control itself says it to who cannot see it. */}
      {isRequired && (
        <span className="required" aria-hidden>
          *
        </span>
      )}
      {lock != null && <Padlock field={label} reason={lock} />}
    </span>
  );
}

export function FieldNotes({ help, error }: Pick<FieldProps, 'help' | 'error'>) {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      {error !== undefined && <FieldError className="field-error">{error}</FieldError>}
    </>
  );
}

interface SwitchFieldProps extends FieldProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function SwitchField({ label, help, error, lock, isSelected, onChange }: SwitchFieldProps) {
  return (
    <div className="field">
      <span className="row">
        <Switch className="switch" isSelected={isSelected} onChange={onChange} isReadOnly={lock != null}>
          <span className="switch-track" aria-hidden />
          {label}
        </Switch>
        {lock != null && <Padlock field={label} reason={lock} />}
      </span>
      {help !== undefined && <span className="field-help">{help}</span>}
      {error !== undefined && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
