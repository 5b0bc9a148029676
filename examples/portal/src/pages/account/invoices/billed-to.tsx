import { BilledToDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { AccountLink } from '../parts/account-link.tsx';

const WORDS = defineWords(
  {
    paid: 'This account is paid for by',
    joined:
      'This account has no invoices of its own. What it owes joins an invoice on the account that pays, and stands there:',
  },
  {
    paid: 'Für dieses Konto zahlt:',
    joined:
      'Dieses Konto hat keine eigenen Rechnungen. Was es schuldet, kommt auf eine Rechnung des zahlenden Kontos und steht dort:',
  },
);

/** Who pays, and where the invoices stand when that is elsewhere. */
export function BilledTo() {
  const words = useWords(WORDS);
  const { id } = useAccount().account;
  const asked = useAsk(BilledToDocument, { id });
  const account = asked.data?.data.account;
  if (!account?.billTo) return null;
  return (
    <Notice>
      <p>
        {account.separateInvoices === false ? words.joined : words.paid} <AccountLink account={account.billTo} />
      </p>
    </Notice>
  );
}
