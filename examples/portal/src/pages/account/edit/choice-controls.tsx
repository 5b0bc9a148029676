import { ComboField } from '../../../ui/combo-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useAccountChoices, useSharingRules } from './choices.ts';
import type { ControlProps } from './controls.tsx';
import { inputOf } from './draft.ts';

const WORDS = defineWords({ type: 'Type to search', none: 'None' }, { type: 'Zum Suchen tippen', none: 'Keine' });

/** No rule: an id that no rule has. */
const NONE = '-';

/** Another account, found by typing. */
export function AccountControl(props: ControlProps & { readonly field: 'PARENT' | 'BILL_TO' }) {
  const { account, draft, change, refused, words, lock, field } = props;
  const { type } = useWords(WORDS);
  const choices = useAccountChoices(account.id);
  return (
    <ComboField
      {...words(inputOf(field))}
      {...choices}
      error={refused(inputOf(field))}
      lock={lock}
      placeholder={type}
      value={draft[field]}
      onChange={(chosen) => change({ [field]: chosen })}
    />
  );
}

export function RuleControl({ draft, change, refused, words, lock }: ControlProps) {
  const { none } = useWords(WORDS);
  const rules = useSharingRules();
  return (
    <SelectField
      {...words(inputOf('PERMISSION_RULE'))}
      error={refused(inputOf('PERMISSION_RULE'))}
      lock={lock}
      choices={[{ id: NONE, label: none }, ...rules]}
      value={draft.PERMISSION_RULE?.id ?? NONE}
      onChange={(id) => change({ PERMISSION_RULE: rules.find((rule) => rule.id === id) ?? null })}
    />
  );
}
