import { type ReactNode, useId } from 'react';
import type { AccountField } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Padlock } from '../../../ui/padlock.tsx';

interface FieldSetProps {
  readonly field: AccountField;
  readonly lock: string | null;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** Several controls that are one field of the account. */
export function FieldSet({ field, lock, error, children }: FieldSetProps) {
  const id = useId();
  const { label, help } = usePolicyWords().field(field);
  return (
    <fieldset className="field-set" aria-describedby={id} {...(error === undefined ? {} : { 'data-invalid': true })}>
      <legend className="field-set-name">{label}</legend>
      {lock !== null && <Padlock field={label} reason={lock} />}
      <p className="field-help" id={id}>
        {help}
      </p>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className="field-set-body">{children}</div>
    </fieldset>
  );
}
