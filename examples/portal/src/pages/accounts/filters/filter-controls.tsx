import { ToggleButton } from 'react-aria-components';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import type { ListAddress, Managed } from '../address.ts';
import { useCustomFieldChoices, useResellerChoices } from './choices.ts';
import { CustomFieldFilter } from './custom-field-filter.tsx';
import { MultiChoice } from './multi-choice.tsx';

export const FILTER_WORDS = defineWords(
  {
    whose: 'Managed by',
    managed: { all: 'All accounts', managed: 'Managed by resellers', own: 'The distributor’s own' },
    resellers: 'Reseller',
    status: 'Status',
    drifting: 'With warnings',
    unassigned: 'No responsible user',
  },
  {
    whose: 'Verwaltet von',
    managed: { all: 'Alle Konten', managed: 'Von Resellern verwaltet', own: 'Eigene des Distributors' },
    resellers: 'Reseller',
    status: 'Status',
    drifting: 'Mit Hinweisen',
    unassigned: 'Ohne verantwortlichen Benutzer',
  },
);

export interface FilterProps {
  readonly address: ListAddress;
  readonly onChange: (part: Partial<ListAddress>) => void;
}

/** One control for each filter. */
export function FilterControls({ address, onChange }: FilterProps) {
  const words = useWords(FILTER_WORDS);
  const policy = usePolicyWords();
  const resellers = useResellerChoices();
  const definitions = useCustomFieldChoices();
  return (
    <>
      <SelectField
        label={words.whose}
        isLabelHidden
        choices={Object.entries(words.managed).map(([id, label]) => ({ id, label }))}
        value={address.managed}
        onChange={(id) => onChange({ managed: id as Managed })}
      />
      <MultiChoice
        label={words.resellers}
        choices={resellers}
        chosen={address.resellers}
        onChange={(chosen) => onChange({ resellers: chosen })}
      />
      <MultiChoice
        label={words.status}
        choices={policy.values('AccountStatus').map(({ value, label }) => ({ id: value, label }))}
        chosen={address.statuses}
        onChange={(statuses) => onChange({ statuses })}
      />
      <ToggleButton
        className="button button-plain filter-toggle"
        isSelected={address.drifting}
        onChange={(drifting) => onChange({ drifting })}
      >
        {words.drifting}
      </ToggleButton>
      <ToggleButton
        className="button button-plain filter-toggle"
        isSelected={address.unassigned}
        onChange={(unassigned) => onChange({ unassigned })}
      >
        {words.unassigned}
      </ToggleButton>
      {definitions.length > 0 && (
        <CustomFieldFilter
          definitions={definitions}
          chosen={address.customField}
          onChange={(customField) => onChange({ customField })}
        />
      )}
    </>
  );
}
