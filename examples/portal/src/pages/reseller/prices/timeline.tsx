import type { ResellerPricesQuery } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import type { PriceLine } from './price-lines.ts';

const WORDS = defineWords({ from: 'from {day}', today: 'Valid today' }, { from: 'ab {day}', today: 'Gilt heute' });

type List = NonNullable<NonNullable<ResellerPricesQuery['tenantReseller']>['priceList']>;
type Entry = List['prices']['edges'][number]['node'];

interface TimelineProps {
  readonly line: PriceLine<Entry>;
  readonly name: string | undefined;
}

/** What one service costs from day to day. */
export function Timeline({ line: { first, entries, present }, name }: TimelineProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const formats = useFormats();
  return (
    <li className="price-line" data-sku={first.sku}>
      <div className="price-what">
        <h3>{name ?? first.sku}</h3>
        <p className="muted small">
          {name !== undefined && <span className="mono">{first.sku}</span>}{' '}
          {policy.value('BillingPeriod', first.billingPeriod).label} · {first.currency}
        </p>
      </div>
      <ol className="price-timeline">
        {entries.map((entry) => (
          <li key={entry.validFrom} className={entry === present ? 'price-timeline-now' : undefined}>
            <strong>{formats.money(entry.amount, entry.currency)}</strong>
            <span className="small muted">
              <time dateTime={entry.validFrom}>{fill(words.from, { day: formats.day(entry.validFrom) })}</time>
            </span>
            {entry === present && <Badge tone="good">{words.today}</Badge>}
          </li>
        ))}
      </ol>
    </li>
  );
}
