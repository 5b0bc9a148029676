import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { MutationGuardsDocument } from '../../api/generated.ts';
import { useAsk } from '../../api/queries.ts';
import { useViewer } from '../../state/session.tsx';
import { Button } from '../../ui/button.tsx';
import { useLocale } from '../../words/locale.tsx';

const NewAccountDialog = lazy(() => import('./new-account-dialog.tsx'));

/** For whoever has the power that the server asks for. */
export function NewAccount() {
  const { locale } = useLocale();
  const { powers } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const asked = useAsk(MutationGuardsDocument, { locale }, { once: true, keepPrevious: true });
  const policy = asked.data?.data.accountPolicy.mutations.find(({ mutation }) => mutation === 'createAccount');
  if (policy === undefined || !powers.includes(policy.guard)) return null;
  return (
    <>
      <Button tone="main" onPress={() => setOpen(true)}>
        <Plus className="icon" aria-hidden />
        {policy.label}
      </Button>
      {isOpen && (
        <Suspense>
          <NewAccountDialog title={policy.label} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
