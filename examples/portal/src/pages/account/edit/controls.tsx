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

/** The fields that a draft holds as such a value. */
type Holding<Value> = { [Field in DraftField]: Draft[Field] extends Value ? Field : never }[DraftField];

/** How each field is changed. */
export const CONTROLS: Readonly<Record<DraftField, ComponentType<ControlProps>>> = {
  NAME: (props) => <TextControl {...props} field="NAME" isRequired />,
  ACCOUNTING_NO: (props) => <TextControl {...props} field="ACCOUNTING_NO" />,
  EMAIL: (props) => <TextControl {...props} field="EMAIL" />,
  BILLING_ADDRESS: AddressControl,
  SYNCHRONIZATION_OPTIONS: OptionsControl,
  PARENT: (props) => <AccountControl {...props} field="PARENT" />,
  BILL_TO: (props) => <AccountControl {...props} field="BILL_TO" />,
  CURRENCY: (props) => <TextControl {...props} field="CURRENCY" isRequired />,
  ENABLE_ORDERING: (props) => <SwitchControl {...props} field="ENABLE_ORDERING" />,
  SEPARATE_INVOICES: (props) => <SwitchControl {...props} field="SEPARATE_INVOICES" />,
  RESPONSIBLE_USER: (props) => <TextControl {...props} field="RESPONSIBLE_USER" />,
  PERMISSION_RULE: RuleControl,
  CUSTOM_FIELDS: CustomFieldsControl,
};

interface TextControlProps extends ControlProps {
  readonly field: Holding<string>;
  readonly isRequired?: boolean;
}

function TextControl({ field, isRequired = false, draft, change, refused, words, lock }: TextControlProps) {
  return (
    <TextField
      {...words(inputOf(field))}
      isRequired={isRequired}
      error={refused(inputOf(field))}
      lock={lock}
      value={draft[field]}
      onChange={(typed) => change({ [field]: typed })}
    />
  );
}

interface SwitchControlProps extends ControlProps {
  readonly field: Holding<boolean>;
}

function SwitchControl({ field, draft, change, refused, words, lock }: SwitchControlProps) {
  return (
    <SwitchField
      {...words(inputOf(field))}
      error={refused(inputOf(field))}
      lock={lock}
      isSelected={draft[field]}
      onChange={(isSelected) => change({ [field]: isSelected })}
    />
  );
}
