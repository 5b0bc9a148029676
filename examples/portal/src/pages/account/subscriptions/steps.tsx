import { useFormats } from '../../../words/formats.ts';
import { today } from '../../../words/moments.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { Slice } from '../parts/slice.tsx';

const WORDS = defineWords(
  { title: 'Quantities over time', from: 'From', now: 'now', ahead: 'ahead' },
  { title: 'Mengen im Lauf der Zeit', from: 'Ab', now: 'jetzt', ahead: 'künftig' },
);

interface Step {
  readonly from: string;
  readonly quantity: number;
}

/** How the quantity of a subscription went on and will; one that never changed has no such line. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const words = useWords(WORDS);
  const { day, count } = useFormats();
  if (steps.length < 2) return null;
  const now = steps.findLast(({ from }) => from <= today());
  return (
    <div className="steps-part">
      <h4>{words.title}</h4>
      <Slice items={steps} size={24}>
        {(shown) => (
          <ol className="steps">
            {shown.map((step) => (
              <li key={step.from} className={step.from > today() ? 'step step-ahead' : 'step'}>
                <strong>{count(step.quantity)}</strong>
                <span className="muted small">
                  {words.from} {day(step.from)}
                </span>
                {step === now && <span className="step-note">{words.now}</span>}
                {step.from > today() && <span className="step-note muted">{words.ahead}</span>}
              </li>
            ))}
          </ol>
        )}
      </Slice>
    </div>
  );
}
