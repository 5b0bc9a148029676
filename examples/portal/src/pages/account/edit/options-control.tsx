import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import type { ControlProps } from './controls.tsx';
import type { OptionDraft } from './draft.ts';
import { FieldSet } from './field-set.tsx';

const WORDS = defineWords(
  { add: 'Add an option', remove: 'Remove option {number}', option: 'Option {number}' },
  { add: 'Option hinzufügen', remove: 'Option {number} entfernen', option: 'Option {number}' },
);
const PARTS = ['systemCode', 'key', 'value'] as const;
const EMPTY: OptionDraft = { systemCode: '', key: '', value: '' };

/** All options, which are sent together. */
export function OptionsControl({ draft, change, refused, words, lock }: ControlProps) {
  const texts = useWords(WORDS);
  const options = draft.SYNCHRONIZATION_OPTIONS;
  const set = (next: readonly OptionDraft[]) => change({ SYNCHRONIZATION_OPTIONS: next });
  const rows = options.map((option, index) => ({
    option,
    index,
    errors: PARTS.map((part) => refused('synchronizationOptions', index, part)),
  }));
  const isRefusedBelow = rows.some(({ errors }) => errors.some((error) => error !== undefined));
  return (
    <FieldSet
      field="SYNCHRONIZATION_OPTIONS"
      lock={lock}
      error={isRefusedBelow ? undefined : refused('synchronizationOptions')}
    >
      {rows.map(({ option, index, errors }) => (
        <fieldset key={index} className="option-row" aria-label={fill(texts.option, { number: index + 1 })}>
          {PARTS.map((part, at) => (
            <TextField
              key={part}
              label={words('synchronizationOptions', part).label}
              error={errors[at]}
              isReadOnly={lock !== null}
              value={option[part]}
              onChange={(typed) =>
                set(options.map((one, place) => (place === index ? { ...one, [part]: typed } : one)))
              }
            />
          ))}
          {lock === null && (
            <Button
              tone="quiet"
              aria-label={fill(texts.remove, { number: index + 1 })}
              onPress={() => set(options.filter((_, place) => place !== index))}
            >
              <Trash2 className="icon" aria-hidden />
            </Button>
          )}
        </fieldset>
      ))}
      {lock === null && (
        <div>
          <Button onPress={() => set([...options, EMPTY])}>
            <Plus className="icon" aria-hidden />
            {texts.add}
          </Button>
        </div>
      )}
    </FieldSet>
  );
}
