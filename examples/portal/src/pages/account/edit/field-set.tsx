import { type ReactNode, useId } from 'react';
import { Padlock } from '../../../ui/padlock.tsx';

interface FieldSetProps {
  readonly label: string;
  readonly help: string;
  readonly lock: string | null;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Several controls that are one field of the account. */
export function FieldSet({ label, help, lock, error, className = '', children }: FieldSetProps) {
  const id = useId();
  return (
    <fieldset className="field-set" aria-describedby={id} {...(error === undefined ? {} : { 'data-invalid': true })}>
      <legend className="field-label">{label}</legend>
      {lock !== null && <Padlock field={label} reason={lock} />}
      <p className="field-help" id={id}>
        {help}
      </p>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className={`field-set-body ${className}`}>{children}</div>
    </fieldset>
  );
}
