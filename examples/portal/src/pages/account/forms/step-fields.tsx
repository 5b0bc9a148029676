import { Plus, Trash2 } from 'lucide-react';
import type { Refusals } from '../../../api/refusals.ts';
import { useInputWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { DayChoice } from '../../../ui/day-choice.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    noDay: 'Which day is it?',
    noNumber: 'A whole number, please.',
    add: 'Add a step',
    remove: 'Remove step {number}',
    step: 'Step {number}',
  },
  {
    noDay: 'Welcher Tag ist es?',
    noNumber: 'Bitte eine ganze Zahl.',
    add: 'Schritt hinzufügen',
    remove: 'Schritt {number} entfernen',
    step: 'Schritt {number}',
  },
);

/** A step as it is being typed. */
export interface TypedStep {
  readonly key: string;
  readonly from: string | null;
  readonly quantity: string;
}

interface Step {
  readonly from: string;
  readonly quantity: number;
}

export function typedSteps(steps: readonly Step[]): readonly TypedStep[] {
  return steps.map(({ from, quantity }) => ({ key: from, from, quantity: String(quantity) }));
}

/** Null: something is no day or no whole number yet. */
export function stepsOf(steps: readonly TypedStep[]): readonly Step[] | null {
  const complete = steps.flatMap(({ from, quantity }) =>
    from === null || !isWhole(quantity) ? [] : [{ from, quantity: Number(quantity) }],
  );
  return complete.length === steps.length ? complete : null;
}

const isWhole = (text: string) => /^\d{1,9}$/.test(text.trim());

interface StepFieldsProps {
  readonly mutation: string;
  readonly steps: readonly TypedStep[];
  readonly onChange: (steps: readonly TypedStep[]) => void;
  /** Whether it was to be sent already: from then on it is told what is missing. */
  readonly isTried: boolean;
  readonly refusals: Refusals;
}

/** From which day on how many. */
export function StepFields({ mutation, steps, onChange, isTried, refusals }: StepFieldsProps) {
  const words = useWords(WORDS);
  const inputs = useInputWords(mutation);
  const change = (key: string, changes: Partial<TypedStep>) =>
    onChange(steps.map((step) => (step.key === key ? { ...step, ...changes } : step)));
  return (
    <fieldset className="stack">
      <legend className="legend">{inputs('quantities').label}</legend>
      {steps.map(({ key, from, quantity }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset reads twice.
        <div
          key={key}
          className="form-line step-line"
          role="group"
          aria-label={fill(words.step, { number: index + 1 })}
        >
          <DayChoice
            label={inputs('quantities', 'from').label}
            value={from}
            onChange={(day) => change(key, { from: day })}
            error={isTried && from === null ? words.noDay : refusals.at('quantities', index, 'from')}
          />
          <TextField
            label={inputs('quantities', 'quantity').label}
            inputMode="numeric"
            value={quantity}
            onChange={(typed) => change(key, { quantity: typed })}
            error={isTried && !isWhole(quantity) ? words.noNumber : refusals.at('quantities', index, 'quantity')}
          />
          <Button
            tone="quiet"
            aria-label={fill(words.remove, { number: index + 1 })}
            onPress={() => onChange(steps.filter((step) => step.key !== key))}
          >
            <Trash2 className="icon" aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={() => onChange([...steps, { key: crypto.randomUUID(), from: null, quantity: '' }])}>
          <Plus className="icon" aria-hidden />
          {words.add}
        </Button>
      </div>
    </fieldset>
  );
}
