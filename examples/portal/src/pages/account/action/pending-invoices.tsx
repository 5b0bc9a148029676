import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useAccount } from '../account-context.tsx';

/** What is pending stands in a part of the account: there one goes. */
export function PendingInvoices({ onClose }: { readonly onClose: () => void }) {
  const { account } = useAccount();
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it is asked for.
  useEffect(() => {
    navigate(`/accounts/${account.id}/invoices`);
    onClose();
  }, []);
  return null;
}
