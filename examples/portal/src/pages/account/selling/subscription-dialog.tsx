import { useState } from 'react';
import { CreateSubscriptionDocument } from '../../../api/generated.ts';
import { useInputWords, useMutationWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { DayChoice } from '../../../ui/day-choice.tsx';
import { tell } from '../../../ui/told.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { ActionDialog } from '../action/action-dialog.tsx';
import { useAction } from '../action/use-action.ts';
import { NO_SALE, type Sale, SaleFields } from './sale-fields.tsx';
import { saleInput } from './sale-input.ts';

const WORDS = defineWords(
  { done: 'The subscription is sold from {day}, {price} for a unit and period.' },
  { done: 'Das Abonnement ist ab {day} verkauft, {price} je Einheit und Zeitraum.' },
);
const PLACES = [['sku'], ['billingPeriod'], ['quantity'], ['startDate']];

export function SubscriptionDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const { day, money } = useFormats();
  const { label, help } = useMutationWords('createSubscription');
  const input = useInputWords('createSubscription');
  const { action } = usePolicyWords();
  const { account } = useAccount();
  const [key] = useState(() => crypto.randomUUID());
  const [sale, setSale] = useState<Sale>(NO_SALE);
  const [startDate, setStartDate] = useState<string | null>(null);
  const { send, at, ...sending } = useAction(CreateSubscriptionDocument, PLACES);
  return (
    <ActionDialog
      {...sending}
      action="CREATE_SUBSCRIPTION"
      title={label}
      send={action('CREATE_SUBSCRIPTION').label}
      isWide
      isTyped={sale !== NO_SALE || startDate !== null}
      onClose={onClose}
      onSend={() =>
        send({ input: { accountId: account.id, ...saleInput(sale), startDate, idempotencyKey: key } }, (data) => {
          const sold = data.createSubscription?.subscription;
          if (sold) {
            tell(fill(words.done, { day: day(sold.startDate), price: money(sold.unitPrice, sold.currency) }));
          }
          onClose();
        })
      }
    >
      <p className="muted">{help}</p>
      <SaleFields sale={sale} onChange={setSale} labelOf={input} refused={at} />
      <DayChoice {...input('startDate')} error={at('startDate')} value={startDate} onChange={setStartDate} />
    </ActionDialog>
  );
}
