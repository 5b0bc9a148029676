import { lazy, Suspense } from 'react';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';

// The library is for this plot alone.
const BarPlot = lazy(() => import('./bar-plot.tsx'));

const WORDS = defineWords(
  {
    summary: '{total} customers were copied from {first} to {last}, most of them in {most}: {count}.',
    one: 'One customer was copied from {first} to {last}, in {most}.',
    none: 'No customer was copied from {first} to {last}.',
    table: 'The figures as a table',
    caption: 'Customers copied, by month',
    month: 'Month',
    count: 'Customers copied',
  },
  {
    summary: '{total} Kunden wurden von {first} bis {last} kopiert, die meisten im {most}: {count}.',
    one: 'Ein Kunde wurde von {first} bis {last} kopiert, im {most}.',
    none: 'Von {first} bis {last} wurde kein Kunde kopiert.',
    table: 'Die Zahlen als Tabelle',
    caption: 'Kopierte Kunden nach Monat',
    month: 'Monat',
    count: 'Kopierte Kunden',
  },
);

export interface CopiedInMonth {
  /** Its first day. */
  readonly month: string;
  readonly count: number;
}

/** How many customers were copied in each month: as a sentence, as bars with their values, and as a table. */
export function CopiedByMonth({ months }: { readonly months: readonly CopiedInMonth[] }) {
  const words = useWords(WORDS);
  const formats = useFormats();
  return (
    <figure className="plot">
      <figcaption>{useSummary(months)}</figcaption>
      {months.some(({ count }) => count > 0) && (
        <Suspense fallback={<Skeleton lines={5} />}>
          <BarPlot months={months} />
        </Suspense>
      )}
      <details>
        <summary>{words.table}</summary>
        <table className="table plot-table">
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col" className="number">
                {words.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, count }) => (
              <tr key={month} data-month={month}>
                <th scope="row">{formats.month(month)}</th>
                <td className="number">{formats.count(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function useSummary(months: readonly CopiedInMonth[]): string {
  const words = useWords(WORDS);
  const formats = useFormats();
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return '';
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const most = months.reduce((best, one) => (one.count > best.count ? one : best));
  return fill(total === 0 ? words.none : total === 1 ? words.one : words.summary, {
    total: formats.count(total),
    first: formats.month(first.month),
    last: formats.month(last.month),
    most: formats.month(most.month),
    count: formats.count(most.count),
  });
}
