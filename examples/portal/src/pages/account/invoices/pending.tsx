import { CircleCheckBig, ShieldX } from 'lucide-react';
import { useState } from 'react';
import { PendingInvoicesDocument, type PendingInvoicesQuery } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { useInputWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { ActionButton } from '../../../ui/button.tsx';
import { DayChoice } from '../../../ui/day-choice.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failure, Partly } from '../../../ui/failure.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useFormats } from '../../../words/formats.ts';
import { today } from '../../../words/moments.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { GenerateInvoicesDialog } from '../dialogs/generate-invoices-dialog.tsx';
import { AccountLink } from '../parts/account-link.tsx';
import { Part } from '../parts/part.tsx';
import { Lines } from './lines.tsx';

const WORDS = defineWords(
  {
    title: 'Pending',
    help: 'Periods that have begun by this day, past or future.',
    none: 'Nothing is pending by {day}',
    noneHelp: 'All that has begun by then is invoiced.',
    denied: 'Pending invoices are not for you',
    head: 'Would be issued on {day}',
    to: 'to',
  },
  {
    title: 'Anstehend',
    help: 'Zeiträume, die bis zu diesem Tag begonnen haben, vergangen oder künftig.',
    none: 'Bis {day} steht nichts an',
    noneHelp: 'Alles, was bis dahin begonnen hat, ist berechnet.',
    denied: 'Anstehende Rechnungen sind nicht für Sie',
    head: 'Würde am {day} ausgestellt',
    to: 'an',
  },
);

/** What would be invoiced by a day. */
export function Pending() {
  const words = useWords(WORDS);
  const inputs = useInputWords('generateInvoices');
  const { denied } = useAccount();
  const policy = usePolicyWords();
  const [asOf, setAsOf] = useState<string | null>(today());
  const [isOpen, setOpen] = useState(false);
  const { id } = useAccount().account;
  const asked = useAsk(PendingInvoicesDocument, { id, asOf }, { keepPrevious: true });
  const refused = asked.data?.errors.find(({ path }) => path.includes('pendingInvoices'))?.message;
  return (
    <Part
      title={words.title}
      actions={
        <>
          <ActionButton tone="main" denied={denied('GENERATE_INVOICES')} onPress={() => setOpen(true)}>
            {policy.action('GENERATE_INVOICES').label}
          </ActionButton>
          {isOpen && <GenerateInvoicesDialog {...(asOf === null ? {} : { asOf })} onClose={() => setOpen(false)} />}
        </>
      }
    >
      <div className="pending-day">
        <DayChoice label={inputs('asOf').label} help={words.help} value={asOf} onChange={setAsOf} error={refused} />
      </div>
      {asked.data === undefined &&
        (asked.error ? <Failure failure={asked.error} onAgain={() => asked.refetch()} /> : <Skeleton />)}
      {asked.data !== undefined && refused === undefined && (
        <>
          <Partly errors={asked.data.errors} />
          <PendingInvoices invoices={asked.data.data.account?.pendingInvoices ?? null} asOf={asOf ?? today()} />
        </>
      )}
    </Part>
  );
}

type PendingInvoice = NonNullable<NonNullable<PendingInvoicesQuery['account']>['pendingInvoices']>[number];

function PendingInvoices({
  invoices,
  asOf,
}: {
  readonly invoices: readonly PendingInvoice[] | null;
  readonly asOf: string;
}) {
  const words = useWords(WORDS);
  const { day, money } = useFormats();
  const reason = useAccount().denied('VIEW_PENDING_INVOICES');
  if (invoices === null) {
    return (
      <Empty title={words.denied} icon={ShieldX}>
        <p>{reason}</p>
      </Empty>
    );
  }
  if (invoices.length === 0) {
    return (
      <Empty title={fill(words.none, { day: day(asOf) })} icon={CircleCheckBig}>
        <p>{words.noneHelp}</p>
      </Empty>
    );
  }
  return invoices.map(({ issueDate, currency, total, billTo, lines }) => (
    <article key={`${currency} ${billTo?.id}`} className="card">
      <div className="item-head">
        <h3>{fill(words.head, { day: day(issueDate) })}</h3>
        {billTo && (
          <span className="muted">
            {words.to} <AccountLink account={billTo} />
          </span>
        )}
        <strong className="total">{money(total, currency)}</strong>
      </div>
      <Lines lines={lines} currency={currency} />
    </article>
  ));
}
