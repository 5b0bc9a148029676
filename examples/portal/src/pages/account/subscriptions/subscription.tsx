import type { AccountSubscriptionStatus, SubscriptionFragment } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Badge, type BadgeTone } from '../../../ui/badge.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { CancelSubscriptionDialog } from '../dialogs/cancel-subscription-dialog.tsx';
import { ChangeSubscriptionDialog } from '../dialogs/change-subscription-dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { ItemAction } from '../parts/item-action.tsx';
import { Overbilled } from './overbilled.tsx';
import { Steps } from './steps.tsx';

const WORDS = defineWords(
  {
    quantity: 'Quantity today',
    price: 'Unit price',
    priced: '{price}, {period}',
    source: 'Price from',
    start: 'Start',
    end: 'Last day',
    endless: 'Runs on',
    next: 'Next invoice from',
    noNext: 'None to come',
    sourceId: 'Id at the reseller',
    change: 'Change',
    cancel: 'Cancel',
  },
  {
    quantity: 'Menge heute',
    price: 'Einzelpreis',
    priced: '{price}, {period}',
    source: 'Preis aus',
    start: 'Start',
    end: 'Letzter Tag',
    endless: 'Läuft weiter',
    next: 'Nächste Rechnung ab',
    noNext: 'Keine mehr',
    sourceId: 'Id beim Reseller',
    change: 'Ändern',
    cancel: 'Kündigen',
  },
);

const TONES: Readonly<Record<AccountSubscriptionStatus, BadgeTone>> = { ACTIVE: 'good', CANCELLED: 'plain' };

export function Subscription({ subscription }: { readonly subscription: SubscriptionFragment }) {
  const words = useWords(WORDS);
  const { value } = usePolicyWords();
  const { money, day, count } = useFormats();
  const { service, status, unitPrice, currency, billingPeriod, endDate, nextInvoiceDate } = subscription;
  const source = value('PriceSource', subscription.priceSource);
  return (
    <li className="card subscription">
      <div className="item-head">
        <h3>{service.name}</h3>
        <span className="mono muted">{service.sku}</span>
        <Badge tone={TONES[status]}>{value('AccountSubscriptionStatus', status).label}</Badge>
        <div className="item-actions">
          <ItemAction
            action="CREATE_SUBSCRIPTION"
            label={words.change}
            of={service.name}
            dialog={(onClose) => <ChangeSubscriptionDialog subscription={subscription} onClose={onClose} />}
          />
          <ItemAction
            action="CREATE_SUBSCRIPTION"
            label={words.cancel}
            of={service.name}
            dialog={(onClose) => <CancelSubscriptionDialog subscription={subscription} onClose={onClose} />}
          />
        </div>
      </div>
      <Facts
        facts={[
          [words.quantity, count(subscription.quantity)],
          [
            words.price,
            fill(words.priced, {
              price: money(unitPrice, currency),
              period: value('BillingPeriod', billingPeriod).label,
            }),
          ],
          [words.source, source.label],
          [words.start, day(subscription.startDate)],
          [words.end, endDate === null ? words.endless : day(endDate)],
          [words.next, nextInvoiceDate === null ? words.noNext : day(nextInvoiceDate)],
          [
            words.sourceId,
            subscription.sourceSubscriptionId && <span className="mono">{subscription.sourceSubscriptionId}</span>,
          ],
        ]}
      />
      <Steps steps={subscription.quantities} />
      <Overbilled periods={subscription.overbilled} />
    </li>
  );
}
