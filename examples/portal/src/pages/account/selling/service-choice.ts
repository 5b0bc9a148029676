import { useState } from 'react';
import { type BillingPeriod, ServiceChoicesDocument, type ServiceChoicesQuery } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import type { Found } from '../../../ui/combo-field.tsx';
import type { Choice } from '../../../ui/select-field.tsx';
import { useFormats } from '../../../words/formats.ts';
import { useAccount } from '../account-context.tsx';
import { useSettled } from '../edit/use-settled.ts';

type Service = NonNullable<ServiceChoicesQuery['offeredServices']>['edges'][number]['node'];

export interface ChosenService extends Found {
  readonly prices: Service['prices'];
}

/** Services of the price list, found by typing. */
export function useServiceChoices() {
  const [text, setText] = useState('');
  const search = useSettled(text);
  const asked = useAsk(ServiceChoicesDocument, { search }, { keepPrevious: true, once: true });
  const items = asked.data?.data.offeredServices?.edges.map(
    ({ node: { sku, name, prices } }): ChosenService => ({ id: sku, label: name, more: sku, prices }),
  );
  return { items, onSearch: setText };
}

/** How often the service can be charged, at which price in the account's currency; all periods where it has no price in it. */
export function usePeriodChoices(): (service: ChosenService | null) => readonly (Choice & { id: BillingPeriod })[] {
  const { account } = useAccount();
  const words = usePolicyWords();
  const { money } = useFormats();
  return (service) => {
    const periods = words.values('BillingPeriod').map(({ value, label }) => ({ id: value as BillingPeriod, label }));
    const prices = new Map(
      service?.prices
        .filter(({ currency }) => currency === account.currency)
        .map(({ billingPeriod, amount, currency }) => [billingPeriod, money(amount, currency)]),
    );
    const priced = periods.filter(({ id }) => prices.has(id));
    return priced.length === 0
      ? periods
      : priced.map(({ id, label }) => ({ id, label: `${label} · ${prices.get(id)}` }));
  };
}
