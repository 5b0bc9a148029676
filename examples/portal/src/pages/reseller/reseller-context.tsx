import { createContext, type ReactNode, useContext } from 'react';
import type { ResellerQuery } from '../../api/generated.ts';

export type Reseller = NonNullable<ResellerQuery['tenantReseller']>;

const ResellerContext = createContext<Reseller | null>(null);

export function ResellerProvider({ value, children }: { readonly value: Reseller; readonly children: ReactNode }) {
  return <ResellerContext value={value}>{children}</ResellerContext>;
}

/** The reseller of the page. */
export function useReseller(): Reseller {
  const reseller = useContext(ResellerContext);
  if (reseller === null) throw new Error('Used outside of its provider');
  return reseller;
}
