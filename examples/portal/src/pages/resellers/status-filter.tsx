import type { AccountStatus } from '../../api/generated.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const WORDS = defineWords(
  { label: 'Status', usual: 'All but deleted' },
  { label: 'Status', usual: 'Alle außer gelöschten' },
);
const USUAL = '';

interface StatusFilterProps {
  /** Null: what the server lists without being told. */
  readonly status: AccountStatus | null;
  readonly onChange: (status: AccountStatus | null) => void;
}

export function StatusFilter({ status, onChange }: StatusFilterProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  return (
    <SelectField
      label={words.label}
      choices={[
        { id: USUAL, label: words.usual },
        ...policy.values('AccountStatus').map(({ value, label }) => ({ id: value, label })),
      ]}
      value={status ?? USUAL}
      onChange={(id) => onChange((id || null) as AccountStatus | null)}
    />
  );
}
