import type { InvoiceLineFragment } from '../../../api/generated.ts';
import { isMoreThanZero } from '../../../words/decimal-text.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { AccountLink } from '../parts/account-link.tsx';
import { Slice } from '../parts/slice.tsx';

const WORDS = defineWords(
  {
    description: 'Description',
    period: 'Period from',
    step: 'more units from {day}',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    amount: 'Amount',
    credited: '{amount} credited',
    for: 'for',
  },
  {
    description: 'Beschreibung',
    period: 'Zeitraum ab',
    step: 'mehr Einheiten ab {day}',
    quantity: 'Menge',
    unitPrice: 'Einzelpreis',
    amount: 'Betrag',
    credited: '{amount} gutgeschrieben',
    for: 'für',
  },
);

const AT_A_TIME = 50;

interface LinesProps {
  readonly lines: readonly InvoiceLineFragment[];
  readonly currency: string;
}

/** The lines of an invoice, issued or pending, in its order. */
export function Lines({ lines, currency }: LinesProps) {
  const words = useWords(WORDS);
  return (
    <Slice items={lines} size={AT_A_TIME}>
      {(shown) => (
        <table className="table lines">
          <thead>
            <tr>
              <th scope="col">{words.description}</th>
              <th scope="col">{words.period}</th>
              <th scope="col" className="number">
                {words.quantity}
              </th>
              <th scope="col" className="number">
                {words.unitPrice}
              </th>
              <th scope="col" className="number">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a pending line has no id, and lines stand in their order.
              <Line key={index} line={line} currency={currency} />
            ))}
          </tbody>
        </table>
      )}
    </Slice>
  );
}

function Line({ line, currency }: { readonly line: InvoiceLineFragment; readonly currency: string }) {
  const words = useWords(WORDS);
  const { money, decimal, day } = useFormats();
  const here = useAccount().account.id;
  const { description, period, from, account, quantity, unitPrice, amount, credited } = line;
  return (
    <tr>
      <td data-label={words.description}>
        <span className="line-description">{description}</span>
        {account !== null && account.id !== here && (
          <span className="muted small">
            {words.for} <AccountLink account={account} />
          </span>
        )}
      </td>
      <td data-label={words.period}>
        {period !== null && day(period)}
        {from !== null && from !== period && (
          <span className="muted small line-step">{fill(words.step, { day: day(from) })}</span>
        )}
      </td>
      <td data-label={words.quantity} className="number">
        {decimal(quantity)}
      </td>
      <td data-label={words.unitPrice} className="number">
        {money(unitPrice, currency)}
      </td>
      <td data-label={words.amount} className="number">
        {money(amount, currency)}
        {isMoreThanZero(credited) && (
          <span className="muted small line-step">{fill(words.credited, { amount: money(credited, currency) })}</span>
        )}
      </td>
    </tr>
  );
}
