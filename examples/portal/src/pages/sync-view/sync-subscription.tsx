import type { SyncCustomerQuery } from '../../api/generated.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, fill, useWords } from '../../words/words.ts';
import { EnumBadge } from '../resellers/enum-badge.tsx';
import { SUBSCRIPTION_TONES } from '../resellers/tones.ts';

const WORDS = defineWords(
  {
    sourceId: 'Source id',
    version: 'Source version',
    quantity: 'Quantity today',
    steps: 'Quantities',
    step: '{quantity} from {day}',
    price: 'Unit price',
    priced: '{price}, {period}',
    source: 'Price from',
    from: 'From',
    to: 'Until',
    runs: 'It runs',
    next: 'Next invoice',
    none: 'none to come',
  },
  {
    sourceId: 'Quell-ID',
    version: 'Quellversion',
    quantity: 'Menge heute',
    steps: 'Mengen',
    step: '{quantity} ab {day}',
    price: 'Stückpreis',
    priced: '{price}, {period}',
    source: 'Preis aus',
    from: 'Ab',
    to: 'Bis',
    runs: 'Es läuft',
    next: 'Nächste Rechnung',
    none: 'keine mehr',
  },
);

type Subscription = NonNullable<NonNullable<SyncCustomerQuery['account']>['subscriptions']>['edges'][number]['node'];

export function SyncSubscription({ subscription }: { readonly subscription: Subscription }) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const formats = useFormats();
  const { service, quantities, endDate, nextInvoiceDate } = subscription;
  const price = formats.money(subscription.unitPrice, subscription.currency);
  return (
    <li className="problem">
      <div className="row">
        <h3>{service.name}</h3>
        <EnumBadge of="AccountSubscriptionStatus" value={subscription.status} tones={SUBSCRIPTION_TONES} />
        <span className="muted small mono">{service.sku}</span>
      </div>
      <Facts
        facts={[
          { label: words.sourceId, value: <span className="mono">{subscription.sourceSubscriptionId ?? '–'}</span> },
          { label: words.version, value: subscription.sourceVersion ?? '–' },
          { label: words.quantity, value: formats.count(subscription.quantity) },
          ...(quantities.length > 1
            ? [
                {
                  label: words.steps,
                  value: quantities
                    .map(({ quantity, from }) =>
                      fill(words.step, { quantity: formats.count(quantity), day: formats.day(from) }),
                    )
                    .join('; '),
                },
              ]
            : []),
          {
            label: words.price,
            value: fill(words.priced, {
              price,
              period: policy.value('BillingPeriod', subscription.billingPeriod).label,
            }),
          },
          { label: words.source, value: policy.value('PriceSource', subscription.priceSource).label },
          { label: words.from, value: formats.day(subscription.startDate) },
          { label: words.to, value: endDate === null ? words.runs : formats.day(endDate) },
          { label: words.next, value: nextInvoiceDate === null ? words.none : formats.day(nextInvoiceDate) },
        ]}
      />
    </li>
  );
}
