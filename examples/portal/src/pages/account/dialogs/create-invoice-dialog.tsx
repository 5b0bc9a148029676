import { useState } from 'react';
import { BilledToDocument, CreateInvoiceDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { useInputWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Padlock } from '../../../ui/padlock.tsx';
import { tell } from '../../../ui/told.ts';
import { exactDecimal } from '../../../words/decimal-text.ts';
import { useFormats } from '../../../words/formats.ts';
import { regionOf, useLocale } from '../../../words/locale.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { DialogForm } from '../forms/dialog-form.tsx';
import { InvoiceLineFields, type TypedLine, untypedLine } from '../forms/invoice-line-fields.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  { issued: '{number} was issued: {total}.', currency: 'All prices are in {currency}, the account’s currency.' },
  {
    issued: '{number} wurde ausgestellt: {total}.',
    currency: 'Alle Preise sind in {currency}, der Währung des Kontos.',
  },
);

/** An invoice by hand. What it comes to is the server's to say. */
export function CreateInvoiceDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const { label, help } = usePolicyWords().action('CREATE_INVOICE');
  const { account } = useAccount();
  const { money } = useFormats();
  const region = regionOf(useLocale().locale);
  const [lines, setLines] = useState<readonly TypedLine[]>(() => [untypedLine()]);
  const [isTried, setTried] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const places = [
    ['billToId'],
    ...lines.flatMap((_, index) => [
      ['lines', index, 'description'],
      ['lines', index, 'quantity'],
      ['lines', index, 'unitPrice'],
    ]),
  ];
  const submission = useSubmit(
    CreateInvoiceDocument,
    ({ createInvoice }) => createInvoice,
    places,
    ({ invoice }) => {
      onClose();
      if (invoice === null) return;
      tell(fill(words.issued, { number: invoice.number, total: money(invoice.total, invoice.currency) }));
    },
  );
  const send = () => {
    setTried(true);
    const exact = lines.flatMap(({ description, ...typed }) => {
      const quantity = exactDecimal(typed.quantity, region);
      const unitPrice = exactDecimal(typed.unitPrice, region);
      return quantity === null || unitPrice === null ? [] : [{ description, quantity, unitPrice }];
    });
    if (exact.length === lines.length) {
      submission.send({ input: { accountId: account.id, lines: exact, idempotencyKey } });
    }
  };
  return (
    <Dialog title={label} isWide onClose={onClose}>
      <p className="muted">{help}</p>
      <DialogForm by="CREATE_INVOICE" submission={submission} action={label} onSend={send} onClose={onClose}>
        <Payer error={submission.refusals.at('billToId')} />
        <InvoiceLineFields
          lines={lines}
          onChange={(changed) => {
            if (changed.length !== lines.length) submission.forget();
            setLines(changed);
          }}
          isTried={isTried}
          refusals={submission.refusals}
        />
        {account.currency !== null && (
          <p className="muted small">{fill(words.currency, { currency: account.currency })}</p>
        )}
      </DialogForm>
    </Dialog>
  );
}

/** Who will be billed, which the server decides when nobody is named. */
function Payer({ error }: { readonly error: string | undefined }) {
  const { account, lock } = useAccount();
  const { label } = useInputWords('createInvoice')('billToId');
  const asked = useAsk(BilledToDocument, { id: account.id });
  const payer = asked.data?.data.account && (asked.data.data.account.billTo ?? account);
  const reason = lock('BILL_TO');
  return (
    <div className="field">
      <span className="field-label">
        {label}
        {reason !== null && <Padlock field={label} reason={reason} />}
      </span>
      <strong>{payer && (payer.name ?? payer.id)}</strong>
      {error !== undefined && <Notice tone="bad">{error}</Notice>}
    </div>
  );
}
