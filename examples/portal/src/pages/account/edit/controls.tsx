import type { ComponentType } from 'react';
import type { AccountFieldsFragment } from '../../../api/generated.ts';
import type { Refusals } from '../../../api/refusals.ts';
import type { Label } from '../../../state/policy-words.tsx';
import { SwitchField, TextField } from '../../../ui/fields.tsx';
import { AddressControl } from './address-control.tsx';
import { AccountControl, RuleControl } from './choice-controls.tsx';
import { CustomFieldsControl } from './custom-controls.tsx';
import { type Draft, type DraftField, inputOf } from './draft.ts';
import { OptionsControl } from './options-control.tsx';

export interface ControlProps {
  readonly account: AccountFieldsFragment;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly refused: Refusals['at'];
  readonly words: (...path: readonly string[]) => Label;
  /** Why the field may not be changed any more; what was typed is still to be read. */
  readonly lock: string | null;
}

/** The keys under which a draft holds something of this kind. */
type Holding<Value> = { [Field in DraftField]: Draft[Field] extends Value ? Field : never }[DraftField];

/** How each field is changed. */
export const CONTROLS: Readonly<Record<DraftField, ComponentType<ControlProps>>> = {
  NAME: text('NAME', { isRequired: true }),
  ACCOUNTING_NO: text('ACCOUNTING_NO'),
  EMAIL: text('EMAIL'),
  BILLING_ADDRESS: AddressControl,
  SYNCHRONIZATION_OPTIONS: OptionsControl,
  PARENT: (props) => <AccountControl {...props} field="PARENT" />,
  BILL_TO: (props) => <AccountControl {...props} field="BILL_TO" />,
  CURRENCY: text('CURRENCY', { isRequired: true }),
  ENABLE_ORDERING: toggle('ENABLE_ORDERING'),
  SEPARATE_INVOICES: toggle('SEPARATE_INVOICES'),
  RESPONSIBLE_USER: text('RESPONSIBLE_USER'),
  PERMISSION_RULE: RuleControl,
  CUSTOM_FIELDS: CustomFieldsControl,
};

function text(field: Holding<string>, more: { readonly isRequired?: boolean } = {}) {
  return function TextControl({ draft, change, refused, words, lock }: ControlProps) {
    const { label, help } = words(inputOf(field));
    return (
      <TextField
        {...more}
        label={label}
        help={help}
        error={refused(inputOf(field))}
        lock={lock}
        value={draft[field]}
        onChange={(typed) => change({ [field]: typed })}
      />
    );
  };
}

function toggle(field: Holding<boolean>) {
  return function ToggleControl({ draft, change, refused, words, lock }: ControlProps) {
    const { label, help } = words(inputOf(field));
    return (
      <SwitchField
        label={label}
        help={help}
        error={refused(inputOf(field))}
        lock={lock}
        isSelected={draft[field]}
        onChange={(isSelected) => change({ [field]: isSelected })}
      />
    );
  };
}
