import { Link } from 'react-router';
import type { SubscriptionFragment } from '../../../api/generated.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';

const WORDS = defineWords(
  {
    more: 'More was invoiced than is owed now',
    period: 'Period from {day}: {amount}',
    credit: 'To be credited by hand, or not at all: a credit note is made from the invoice.',
    invoices: 'To the invoices',
  },
  {
    more: 'Berechnet ist mehr, als jetzt geschuldet wird',
    period: 'Zeitraum ab {day}: {amount}',
    credit: 'Von Hand gutzuschreiben oder gar nicht: Eine Gutschrift wird von der Rechnung aus angelegt.',
    invoices: 'Zu den Rechnungen',
  },
);

/** What might be credited of a subscription. */
export function Overbilled({ periods }: { readonly periods: SubscriptionFragment['overbilled'] }) {
  const words = useWords(WORDS);
  const { account } = useAccount();
  const { money, day } = useFormats();
  if (periods.length === 0) return null;
  return (
    <div className="overbilled">
      <Notice tone="warn">
        <strong>{words.more}</strong>
        <ul>
          {periods.map(({ period, amount, currency }) => (
            <li key={period}>{fill(words.period, { day: day(period), amount: money(amount, currency) })}</li>
          ))}
        </ul>
        <p>
          {words.credit} <Link to={`/accounts/${account.id}/invoices`}>{words.invoices}</Link>
        </p>
      </Notice>
    </div>
  );
}
