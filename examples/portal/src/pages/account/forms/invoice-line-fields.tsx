import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Refusals } from '../../../api/refusals.ts';
import { useInputWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { exactDecimal, typedDecimal } from '../../../words/decimal-text.ts';
import { regionOf, useLocale } from '../../../words/locale.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    noNumber: 'A number, please, as you write it here: {example}',
    add: 'Add a line',
    remove: 'Remove line {number}',
    line: 'Line {number}',
  },
  {
    noNumber: 'Bitte eine Zahl, wie man sie hier schreibt: {example}',
    add: 'Zeile hinzufügen',
    remove: 'Zeile {number} entfernen',
    line: 'Zeile {number}',
  },
);
const EXAMPLE = '1234.50';

/** A line as it is being typed. */
export interface TypedLine {
  readonly key: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
}

export function untypedLine(): TypedLine {
  return { key: crypto.randomUUID(), description: '', quantity: '1', unitPrice: '' };
}

interface InvoiceLineFieldsProps {
  readonly lines: readonly TypedLine[];
  readonly onChange: (lines: readonly TypedLine[]) => void;
  /** Whether it was to be sent already: from then on it is told what is no number. */
  readonly isTried: boolean;
  readonly refusals: Refusals;
}

/** What is charged, line by line. A line that is added takes the focus. */
export function InvoiceLineFields({ lines, onChange, isTried, refusals }: InvoiceLineFieldsProps) {
  const words = useWords(WORDS);
  const inputs = useInputWords('createInvoice');
  const region = regionOf(useLocale().locale);
  const [added, setAdded] = useState(lines[0]?.key);
  const change = (key: string, changes: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const numberError = (typed: string, refused: string | undefined) =>
    isTried && exactDecimal(typed, region) === null
      ? fill(words.noNumber, { example: typedDecimal(EXAMPLE, region) })
      : refused;
  return (
    <fieldset className="stack">
      <legend className="legend">{inputs('lines').label}</legend>
      {lines.map(({ key, description, quantity, unitPrice }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset reads twice.
        <div key={key} className="form-line" role="group" aria-label={fill(words.line, { number: index + 1 })}>
          <TextField
            label={inputs('lines', 'description').label}
            value={description}
            onChange={(typed) => change(key, { description: typed })}
            error={refusals.at('lines', index, 'description')}
            autoFocus={key === added}
          />
          <TextField
            label={inputs('lines', 'quantity').label}
            inputMode="decimal"
            value={quantity}
            onChange={(typed) => change(key, { quantity: typed })}
            error={numberError(quantity, refusals.at('lines', index, 'quantity'))}
          />
          <TextField
            label={inputs('lines', 'unitPrice').label}
            inputMode="decimal"
            value={unitPrice}
            onChange={(typed) => change(key, { unitPrice: typed })}
            error={numberError(unitPrice, refusals.at('lines', index, 'unitPrice'))}
          />
          <Button
            tone="quiet"
            aria-label={fill(words.remove, { number: index + 1 })}
            onPress={() => onChange(lines.filter((line) => line.key !== key))}
          >
            <Trash2 className="icon" aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button
          onPress={() => {
            const line = untypedLine();
            setAdded(line.key);
            onChange([...lines, line]);
          }}
        >
          <Plus className="icon" aria-hidden />
          {words.add}
        </Button>
      </div>
    </fieldset>
  );
}
