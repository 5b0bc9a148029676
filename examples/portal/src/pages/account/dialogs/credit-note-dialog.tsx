import { useState } from 'react';
import {
  CreateCreditNoteDocument,
  type InvoiceHeadFragment,
  type InvoiceLineFragment,
  InvoiceLinesDocument,
} from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { useInputWords } from '../../../state/policy-words.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { tell } from '../../../ui/told.ts';
import { exactDecimal } from '../../../words/decimal-text.ts';
import { useFormats } from '../../../words/formats.ts';
import { regionOf, useLocale } from '../../../words/locale.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { CreditLineFields, type TypedCredits } from '../forms/credit-line-fields.tsx';
import { DialogForm } from '../forms/dialog-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  {
    title: 'Credit {number}',
    help: 'Takes back lines of the invoice, in whole or in part. What is credited is not billed again.',
    create: 'Create credit note',
    issued: '{number} was issued: {total}.',
  },
  {
    title: '{number} gutschreiben',
    help: 'Nimmt Zeilen der Rechnung ganz oder teilweise zurück. Was gutgeschrieben ist, wird nicht noch einmal berechnet.',
    create: 'Gutschrift anlegen',
    issued: '{number} wurde ausgestellt: {total}.',
  },
);

interface CreditNoteProps {
  readonly invoice: InvoiceHeadFragment;
  readonly onClose: () => void;
}

export function CreditNoteDialog({ invoice, onClose }: CreditNoteProps) {
  const words = useWords(WORDS);
  const asked = useAsk(InvoiceLinesDocument, { id: invoice.id });
  const lines = asked.data?.data.invoice?.lines;
  return (
    <Dialog title={fill(words.title, { number: invoice.number })} isWide onClose={onClose}>
      <p className="muted">{words.help}</p>
      {lines === undefined ? (
        asked.error ? (
          <Failure failure={asked.error} onAgain={() => asked.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <CreditNoteForm invoice={invoice} lines={lines} onClose={onClose} />
      )}
    </Dialog>
  );
}

function CreditNoteForm({
  invoice,
  lines,
  onClose,
}: CreditNoteProps & { readonly lines: readonly InvoiceLineFragment[] }) {
  const words = useWords(WORDS);
  const inputs = useInputWords('createCreditNote');
  const { account } = useAccount();
  const { money } = useFormats();
  const region = regionOf(useLocale().locale);
  const [credits, setCredits] = useState<TypedCredits>(new Map());
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const chosen = lines.flatMap(({ id }) => {
    const typed = id === null ? undefined : credits.get(id);
    return id === null || typed === undefined ? [] : [{ id, typed }];
  });
  const places = [['reason'], ...chosen.map((_, index) => ['lines', index])];
  const submission = useSubmit(
    CreateCreditNoteDocument,
    ({ createCreditNote }) => createCreditNote,
    places,
    ({ invoice: issued }) => {
      onClose();
      if (issued === null) return;
      tell(fill(words.issued, { number: issued.number, total: money(issued.total, issued.currency) }));
    },
  );
  const send = () => {
    setTried(true);
    const exact = chosen.flatMap(({ id, typed }) => {
      const amount = exactDecimal(typed, region);
      return amount === null ? [] : [{ invoiceLineId: id, amount }];
    });
    if (exact.length < chosen.length) return;
    submission.send({ input: { accountId: account.id, invoiceId: invoice.id, lines: exact, reason, idempotencyKey } });
  };
  return (
    <DialogForm by="GENERATE_INVOICES" submission={submission} action={words.create} onSend={send} onClose={onClose}>
      <CreditLineFields
        lines={lines}
        currency={invoice.currency}
        credits={credits}
        onChange={(changed) => {
          if (changed.size !== credits.size) submission.forget();
          setCredits(changed);
        }}
        isTried={isTried}
        refused={(id) =>
          submission.refusals.at(
            'lines',
            chosen.findIndex((one) => one.id === id),
          )
        }
      />
      <TextField
        label={inputs('reason').label}
        help={inputs('reason').help}
        value={reason}
        onChange={setReason}
        error={submission.refusals.at('reason')}
        rows={2}
      />
    </DialogForm>
  );
}
