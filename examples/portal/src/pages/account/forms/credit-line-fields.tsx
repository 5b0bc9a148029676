import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import type { InvoiceLineFragment } from '../../../api/generated.ts';
import { useInputWords } from '../../../state/policy-words.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { decimalDifference, exactDecimal, isMoreThanZero, typedDecimal } from '../../../words/decimal-text.ts';
import { useFormats } from '../../../words/formats.ts';
import { regionOf, useLocale } from '../../../words/locale.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { Slice } from '../parts/slice.tsx';

const WORDS = defineWords(
  {
    left: '{left} of {amount} is left',
    none: 'All of it is credited',
    noNumber: 'An amount, please, as you write it here: {example}',
  },
  {
    left: '{left} von {amount} sind übrig',
    none: 'Ganz gutgeschrieben',
    noNumber: 'Bitte einen Betrag, wie man ihn hier schreibt: {example}',
  },
);
const AT_A_TIME = 50;
const EXAMPLE = '1234.50';

/** The amounts as they are being typed, by the ids of the lines that are chosen. */
export type TypedCredits = ReadonlyMap<string, string>;

interface CreditLineFieldsProps {
  readonly lines: readonly InvoiceLineFragment[];
  readonly currency: string;
  readonly credits: TypedCredits;
  readonly onChange: (credits: TypedCredits) => void;
  readonly isTried: boolean;
  readonly refused: (lineId: string) => string | undefined;
}

/** Which lines to take back, and how much of each: all that is left, to begin with. */
export function CreditLineFields({ lines, ...rest }: CreditLineFieldsProps) {
  const inputs = useInputWords('createCreditNote');
  return (
    <fieldset className="stack">
      <legend className="legend">{inputs('lines').label}</legend>
      <Slice items={lines} size={AT_A_TIME}>
        {(shown) =>
          shown.map((line) => line.id !== null && <CreditLine key={line.id} id={line.id} line={line} {...rest} />)
        }
      </Slice>
    </fieldset>
  );
}

interface CreditLineProps extends Omit<CreditLineFieldsProps, 'lines'> {
  readonly id: string;
  readonly line: InvoiceLineFragment;
}

function CreditLine({ id, line, currency, credits, onChange, isTried, refused }: CreditLineProps) {
  const words = useWords(WORDS);
  const inputs = useInputWords('createCreditNote');
  const { money } = useFormats();
  const region = regionOf(useLocale().locale);
  const left = decimalDifference(line.amount, line.credited);
  const typed = credits.get(id);
  const isLeft = isMoreThanZero(left);
  const isNoNumber = isTried && typed !== undefined && exactDecimal(typed, region) === null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset reads twice.
    <div className="credit-line" role="group" aria-label={line.description}>
      <Checkbox
        className="check"
        isSelected={typed !== undefined}
        isDisabled={!isLeft}
        onChange={(isChosen) => {
          const changed = new Map(credits);
          if (isChosen) changed.set(id, typedDecimal(left, region));
          else changed.delete(id);
          onChange(changed);
        }}
      >
        <span className="check-box" aria-hidden>
          <Check className="icon" />
        </span>
        <span>
          {line.description}
          <span className="muted small line-step">
            {isLeft
              ? fill(words.left, { left: money(left, currency), amount: money(line.amount, currency) })
              : words.none}
          </span>
        </span>
      </Checkbox>
      {typed !== undefined && (
        <TextField
          label={inputs('lines', 'amount').label}
          inputMode="decimal"
          value={typed}
          onChange={(amount) => onChange(new Map(credits).set(id, amount))}
          error={isNoNumber ? fill(words.noNumber, { example: typedDecimal(EXAMPLE, region) }) : refused(id)}
        />
      )}
    </div>
  );
}
