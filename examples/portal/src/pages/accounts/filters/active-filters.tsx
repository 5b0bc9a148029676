import { X } from 'lucide-react';
import { Button as AriaButton, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { type CustomFieldChoice, type ListAddress, NO_FILTER } from '../address.ts';
import { useCustomFieldChoices, useResellerChoices } from './choices.ts';
import { VALUE_WORDS } from './custom-field-value.tsx';
import { FILTER_WORDS, type FilterProps } from './filter-controls.tsx';

const WORDS = defineWords(
  {
    active: 'Filters in use',
    search: 'Search: {text}',
    unknown: 'Unknown reseller',
    without: '{field}: without a value',
    field: '{field}: {value}',
    remove: 'Remove {filter}',
    all: 'Clear all',
  },
  {
    active: 'Gesetzte Filter',
    search: 'Suche: {text}',
    unknown: 'Unbekannter Reseller',
    without: '{field}: ohne Wert',
    field: '{field}: {value}',
    remove: '{filter} entfernen',
    all: 'Alle aufheben',
  },
);

interface Chip {
  readonly id: string;
  readonly text: string;
  /** The list without it. */
  readonly without: Partial<ListAddress>;
}

/** What narrows the list, each with a way to take it away. */
export function ActiveFilters({ address, onChange }: FilterProps) {
  const words = useWords(WORDS);
  const chips = useChips(address);
  if (chips.length === 0) return null;
  return (
    <div className="chips">
      <TagGroup
        onRemove={(keys) => {
          const removed = chips.find(({ id }) => keys.has(id));
          if (removed !== undefined) onChange(removed.without);
        }}
      >
        <Label className="visually-hidden">{words.active}</Label>
        <TagList items={chips} className="chip-list">
          {({ id, text }) => (
            <Tag id={id} textValue={text} className="chip">
              {text}
              <AriaButton slot="remove" className="chip-remove" aria-label={fill(words.remove, { filter: text })}>
                <X className="icon" aria-hidden />
              </AriaButton>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <Button tone="quiet" onPress={() => onChange(NO_FILTER)}>
        {words.all}
      </Button>
    </div>
  );
}

function useChips(address: ListAddress): readonly Chip[] {
  const words = useWords(WORDS);
  const labels = useWords(FILTER_WORDS);
  const policy = usePolicyWords();
  const nameOf = new Map(useResellerChoices().map(({ id, label }) => [id, label]));
  const fieldText = useFieldText();
  const { search, managed, resellers, statuses, drifting, unassigned, customField } = address;
  const chips: (Chip | false)[] = [
    search.trim() !== '' && { id: 'search', text: fill(words.search, { text: search }), without: { search: '' } },
    managed !== 'all' && { id: 'managed', text: labels.managed[managed], without: { managed: 'all' } },
    ...resellers.map((reseller) => ({
      id: `reseller ${reseller}`,
      text: nameOf.get(reseller) ?? words.unknown,
      without: { resellers: resellers.filter((one) => one !== reseller) },
    })),
    ...statuses.map((status) => ({
      id: `status ${status}`,
      text: policy.value('AccountStatus', status).label,
      without: { statuses: statuses.filter((one) => one !== status) },
    })),
    drifting && { id: 'drift', text: labels.drifting, without: { drifting: false } },
    unassigned && { id: 'unassigned', text: labels.unassigned, without: { unassigned: false } },
    customField !== null && { id: 'field', text: fieldText(customField), without: { customField: null } },
  ];
  return chips.filter((chip) => chip !== false);
}

function useFieldText(): (choice: CustomFieldChoice) => string {
  const words = useWords(WORDS);
  const { yes, no } = useWords(VALUE_WORDS);
  const { decimal } = useFormats();
  const labels = new Map(useCustomFieldChoices().map(({ code, label }) => [code, label]));
  return ({ code, value }) => {
    const field = labels.get(code) ?? code;
    if (value === null) return fill(words.without, { field });
    const text =
      typeof value === 'boolean' ? (value ? yes : no) : typeof value === 'number' ? decimal(String(value)) : value;
    return fill(words.field, { field, value: text });
  };
}
