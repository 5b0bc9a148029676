import { useState } from 'react';
import { ActionButton } from '../../../ui/button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { OwnAccount } from '../../resellers/own-account.tsx';
import { RESELLER_WORDS } from '../../resellers/reseller-words.ts';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';
import { EditDialog } from './edit-dialog.tsx';

const WORDS = defineWords(
  { title: 'Set-up', edit: 'Edit', saved: 'The reseller is saved.' },
  { title: 'Einrichtung', edit: 'Bearbeiten', saved: 'Der Reseller ist gespeichert.' },
);

/** What the reseller's customers are given, and who may change it. */
export function SettingsCard({ onDone }: { readonly onDone: (text: string) => void }) {
  const words = useWords(WORDS);
  const shared = useWords(RESELLER_WORDS);
  const reseller = useReseller();
  const { denied } = useMutationWords('updateTenantReseller');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="reseller-settings">
      <div className="card-head">
        <h2 id="reseller-settings">{words.title}</h2>
        <ActionButton denied={denied} onPress={() => setOpen(true)}>
          {words.edit}
        </ActionButton>
      </div>
      <Facts
        facts={[
          { label: shared.currency, value: reseller.currency },
          { label: shared.separateInvoices, value: reseller.separateInvoices ? shared.yes : shared.no },
          { label: shared.priceList, value: reseller.priceList?.name ?? shared.noPriceList },
          { label: shared.ownAccount, value: <OwnAccount account={reseller.account} /> },
        ]}
      />
      {isOpen && (
        <EditDialog
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone(words.saved);
          }}
        />
      )}
    </section>
  );
}
