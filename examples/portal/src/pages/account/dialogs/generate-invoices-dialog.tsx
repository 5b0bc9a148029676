import { useState } from 'react';
import { GenerateInvoicesDocument, PendingInvoicesDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { useInputWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { DayChoice } from '../../../ui/day-choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { tell } from '../../../ui/told.ts';
import { useFormats } from '../../../words/formats.ts';
import { today } from '../../../words/moments.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { DialogForm } from '../forms/dialog-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  {
    issued: '{number} was issued: {total}.',
    pending: 'Pending by this day: {totals}',
    nothing: 'Nothing is pending by this day.',
    noDay: 'Which day is it?',
  },
  {
    issued: '{number} wurde ausgestellt: {total}.',
    pending: 'Bis zu diesem Tag stehen an: {totals}',
    nothing: 'Bis zu diesem Tag steht nichts an.',
    noDay: 'Welcher Tag ist es?',
  },
);
const PLACES = [['asOf']];

interface GenerateInvoicesProps {
  /** The day to begin with; today, if it is left out. */
  readonly asOf?: string;
  readonly onClose: () => void;
}

/** Invoices what is pending by a day. */
export function GenerateInvoicesDialog({ asOf: initial = today(), onClose }: GenerateInvoicesProps) {
  const words = useWords(WORDS);
  const inputs = useInputWords('generateInvoices');
  const { label, help } = usePolicyWords().action('GENERATE_INVOICES');
  const { account } = useAccount();
  const { money } = useFormats();
  const [asOf, setAsOf] = useState<string | null>(initial);
  const [isTried, setTried] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const submission = useSubmit(
    GenerateInvoicesDocument,
    ({ generateInvoices }) => generateInvoices,
    PLACES,
    ({ invoices }) => {
      onClose();
      const issued = invoices.map(({ number, total, currency }) =>
        fill(words.issued, { number, total: money(total, currency) }),
      );
      tell(issued.join(' '));
    },
  );
  return (
    <Dialog title={label} onClose={onClose}>
      <p className="muted">{help}</p>
      <DialogForm
        by="GENERATE_INVOICES"
        submission={submission}
        action={label}
        onSend={() => {
          setTried(true);
          if (asOf !== null) submission.send({ input: { accountId: account.id, asOf, idempotencyKey } });
        }}
        onClose={onClose}
      >
        <DayChoice
          label={inputs('asOf').label}
          help={inputs('asOf').help}
          value={asOf}
          onChange={setAsOf}
          error={isTried && asOf === null ? words.noDay : submission.refusals.at('asOf')}
        />
        {asOf !== null && <PendingBy asOf={asOf} />}
      </DialogForm>
    </Dialog>
  );
}

function PendingBy({ asOf }: { readonly asOf: string }) {
  const words = useWords(WORDS);
  const { account } = useAccount();
  const { money } = useFormats();
  const asked = useAsk(PendingInvoicesDocument, { id: account.id, asOf }, { keepPrevious: true });
  const pending = asked.data?.data.account?.pendingInvoices;
  if (!pending) return null;
  const totals = pending.map(({ total, currency }) => money(total, currency)).join(', ');
  return <p className="dialog-total">{pending.length === 0 ? words.nothing : fill(words.pending, { totals })}</p>;
}
