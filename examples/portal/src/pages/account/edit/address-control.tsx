import { TextField } from '../../../ui/fields.tsx';
import type { ControlProps } from './controls.tsx';
import { ADDRESS_PARTS } from './draft.ts';
import { FieldSet } from './field-set.tsx';

/** The address, which is sent as one. */
export function AddressControl({ draft, change, refused, words, lock }: ControlProps) {
  const address = draft.BILLING_ADDRESS;
  const parts = ADDRESS_PARTS.map((part) => ({ part, error: refused('billingAddress', part) }));
  const isRefusedBelow = parts.some(({ error }) => error !== undefined);
  return (
    <FieldSet field="BILLING_ADDRESS" lock={lock} error={isRefusedBelow ? undefined : refused('billingAddress')}>
      {parts.map(({ part, error }) => (
        <TextField
          key={part}
          label={words('billingAddress', part).label}
          error={error}
          isReadOnly={lock !== null}
          value={address[part]}
          onChange={(typed) => change({ BILLING_ADDRESS: { ...address, [part]: typed } })}
        />
      ))}
    </FieldSet>
  );
}
