import type { BillingPeriod } from '../../../api/generated.ts';
import type { Label } from '../../../state/policy-words.tsx';
import { ComboField } from '../../../ui/combo-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { type ChosenService, usePeriodChoices, useServiceChoices } from './service-choice.ts';

const WORDS = defineWords(
  { type: 'Type to search', noPrice: 'It has no price in {currency}.' },
  { type: 'Zum Suchen tippen', noPrice: 'Er hat keinen Preis in {currency}.' },
);

/** What is sold, how often it is charged, and how many. */
export interface Sale {
  readonly service: ChosenService | null;
  readonly billingPeriod: BillingPeriod;
  readonly quantity: number | null;
}

export const NO_SALE: Sale = { service: null, billingPeriod: 'MONTHLY', quantity: 1 };

interface SaleFieldsProps {
  readonly sale: Sale;
  readonly onChange: (sale: Sale) => void;
  readonly labelOf: (part: string) => Label;
  readonly refused: (part: string) => string | undefined;
}

export function SaleFields({ sale, onChange, labelOf, refused }: SaleFieldsProps) {
  const words = useWords(WORDS);
  const { account } = useAccount();
  const services = useServiceChoices();
  const periodsOf = usePeriodChoices();
  const periods = periodsOf(sale.service);
  const hasPrice = sale.service?.prices.some(({ currency }) => currency === account.currency) ?? true;
  const choose = (service: ChosenService | null) => {
    const choices = periodsOf(service);
    const kept = choices.find(({ id }) => id === sale.billingPeriod) ?? choices[0];
    onChange({ ...sale, service, billingPeriod: kept?.id ?? sale.billingPeriod });
  };
  return (
    <div className="sale">
      <ComboField
        {...labelOf('sku')}
        isRequired
        {...(hasPrice ? {} : { help: fill(words.noPrice, { currency: account.currency ?? '' }) })}
        placeholder={words.type}
        error={refused('sku')}
        value={sale.service}
        onChange={choose}
        {...services}
      />
      <SelectField
        label={labelOf('billingPeriod').label}
        isRequired
        error={refused('billingPeriod')}
        choices={periods}
        value={sale.billingPeriod}
        onChange={(id) => onChange({ ...sale, billingPeriod: id as BillingPeriod })}
      />
      <NumberField
        label={labelOf('quantity').label}
        isRequired
        isWhole
        error={refused('quantity')}
        value={sale.quantity}
        onChange={(quantity) => onChange({ ...sale, quantity })}
      />
    </div>
  );
}
