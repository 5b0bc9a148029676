import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { type InvoiceHeadFragment, type InvoiceKind, InvoiceLinesDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Badge, type BadgeTone } from '../../../ui/badge.tsx';
import { Failure, Partly } from '../../../ui/failure.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { CreditNoteDialog } from '../dialogs/credit-note-dialog.tsx';
import { AccountLink } from '../parts/account-link.tsx';
import { ItemAction } from '../parts/item-action.tsx';
import { Lines } from './lines.tsx';

const WORDS = defineWords(
  {
    to: 'to',
    corrects: 'Corrects {number}',
    reason: 'Reason: {reason}',
    credit: 'Credit',
  },
  {
    to: 'an',
    corrects: 'Korrigiert {number}',
    reason: 'Grund: {reason}',
    credit: 'Gutschreiben',
  },
);

const TONES: Readonly<Record<InvoiceKind, BadgeTone>> = { INVOICE: 'accent', CREDIT_NOTE: 'warn' };

/** An invoice or credit note as it was issued; its lines are asked for when somebody wants to see them. */
export function Invoice({ invoice }: { readonly invoice: InvoiceHeadFragment }) {
  const words = useWords(WORDS);
  const { value } = usePolicyWords();
  const { day, money } = useFormats();
  const [isExpanded, setExpanded] = useState(false);
  const { number, kind, issueDate, total, currency, billTo, corrects, reason } = invoice;
  return (
    <li className="card invoice">
      <Disclosure isExpanded={isExpanded} onExpandedChange={setExpanded}>
        <div className="item-head">
          <Heading level={3}>
            <Button slot="trigger" className="unfold">
              <ChevronRight className="icon" aria-hidden />
              {number}
            </Button>
          </Heading>
          <Badge tone={TONES[kind]}>{value('InvoiceKind', kind).label}</Badge>
          <span className="muted">{day(issueDate)}</span>
          {billTo !== null && (
            <span className="muted">
              {words.to} <AccountLink account={billTo} />
            </span>
          )}
          <strong className="total">{money(total, currency)}</strong>
          {corrects === null && (
            <div className="item-actions">
              <ItemAction
                action="GENERATE_INVOICES"
                label={words.credit}
                of={number}
                dialog={(onClose) => <CreditNoteDialog invoice={invoice} onClose={onClose} />}
              />
            </div>
          )}
        </div>
        {corrects !== null && <p className="muted small">{fill(words.corrects, { number: corrects.number })}</p>}
        {reason !== null && <p className="small invoice-reason">{fill(words.reason, { reason })}</p>}
        <DisclosurePanel className="invoice-lines">{isExpanded && <IssuedLines id={invoice.id} />}</DisclosurePanel>
      </Disclosure>
    </li>
  );
}

function IssuedLines({ id }: { readonly id: string }) {
  const asked = useAsk(InvoiceLinesDocument, { id });
  if (asked.data === undefined) {
    return asked.error ? <Failure failure={asked.error} onAgain={() => asked.refetch()} /> : <Skeleton />;
  }
  const { invoice } = asked.data.data;
  return (
    <>
      <Partly errors={asked.data.errors} />
      {invoice !== null && <Lines lines={invoice.lines} currency={invoice.currency} />}
    </>
  );
}
