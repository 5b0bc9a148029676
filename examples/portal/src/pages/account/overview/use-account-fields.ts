import { AccountFieldsDocument, type AccountFieldsFragment } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { useAccount } from '../account-context.tsx';

/** The account's fields, kept fresh as long as they are looked at. */
export function useAccountFields() {
  const { id } = useAccount().account;
  const asked = useAsk(AccountFieldsDocument, { id }, { keepPrevious: true });
  const account: AccountFieldsFragment | null = asked.data?.data.account ?? null;
  return { account, failure: asked.error, again: () => asked.refetch() };
}
