import type { BillingPeriod } from '../../../api/generated.ts';
import type { Sale } from './sale-fields.tsx';

interface SaleInput {
  readonly sku: string;
  readonly billingPeriod: BillingPeriod;
  readonly quantity: number;
}

/** What is not filled in is sent as nothing that the server takes: it says what is missing. */
export function saleInput({ service, billingPeriod, quantity }: Sale): SaleInput {
  return { sku: service?.id ?? '', billingPeriod, quantity: quantity ?? 0 };
}
