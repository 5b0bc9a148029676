import { ReceiptText } from 'lucide-react';
import { InvoicesDocument } from '../../../api/generated.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Endless } from '../../../ui/endless.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { AccountAction } from '../account-action.tsx';
import { useAccount } from '../account-context.tsx';
import { Forbidden } from '../parts/forbidden.tsx';
import { Part } from '../parts/part.tsx';
import { BilledTo } from './billed-to.tsx';
import { Invoice } from './invoice.tsx';
import { Pending } from './pending.tsx';

const WORDS = defineWords(
  {
    title: 'Issued invoices and credit notes',
    none: 'No invoices yet',
    help: 'Nothing was issued on this account so far. What is issued never changes afterwards.',
  },
  {
    title: 'Ausgestellte Rechnungen und Gutschriften',
    none: 'Noch keine Rechnungen',
    help: 'Auf dieses Konto wurde bisher nichts ausgestellt. Was ausgestellt ist, ändert sich nicht mehr.',
  },
);

export function Invoices() {
  const words = useWords(WORDS);
  const { account } = useAccount();
  return (
    <>
      <BilledTo />
      <Pending />
      <Part title={words.title} actions={<AccountAction action="CREATE_INVOICE" />}>
        <Endless
          document={InvoicesDocument}
          variables={{ id: account.id }}
          connection={(data) => data.account?.invoices ?? null}
          label={words.title}
          empty={
            <Empty title={words.none} icon={ReceiptText}>
              <p>{words.help}</p>
            </Empty>
          }
          forbidden={<Forbidden />}
        >
          {(invoices) => invoices.map((invoice) => <Invoice key={invoice.id} invoice={invoice} />)}
        </Endless>
      </Part>
    </>
  );
}
