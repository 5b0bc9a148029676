import { CircleCheckBig, CircleDashed, PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { type PlannedAccountFragment, ResellerGoLiveDocument } from '../../../api/generated.ts';
import { usePages } from '../../../api/use-pages.ts';
import { ActionButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ForWhom } from '../../../ui/for-whom.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { ListState } from '../../resellers/list-state.tsx';
import { Outcome } from '../outcome.tsx';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';
import { Activate } from './activate.tsx';
import { Planned } from './planned.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

const WORDS = defineWords(
  {
    title: 'The way to going live',
    live: '{name} is live.',
    ready: '{name} is ready to go live.',
    notReady: '{name} is not ready: accounts with running subscriptions are still to be transferred.',
    steps: 'First transfer the accounts that are billed to the reseller, then activate back-ordering.',
    accounts: 'Accounts to transfer',
    all: 'Transfer all that are shown…',
    nothing: 'Nothing to transfer',
    nothingHelp: 'No account of the distributor’s own is billed to the reseller.',
  },
  {
    title: 'Der Weg zum Start',
    live: '{name} ist gestartet.',
    ready: '{name} ist startbereit.',
    notReady: '{name} ist nicht startbereit: Konten mit laufenden Abonnements sind noch zu übergeben.',
    steps: 'Zuerst die Konten übergeben, die dem Reseller berechnet werden, dann das Back-Ordering einschalten.',
    accounts: 'Konten, die zu übergeben sind',
    all: 'Alle gezeigten übergeben …',
    nothing: 'Nichts zu übergeben',
    nothingHelp: 'Kein eigenes Konto des Distributors wird dem Reseller berechnet.',
  },
);

/** What is missing until the reseller can go live, and both steps of the way there. */
export function GoLive() {
  const words = useWords(WORDS);
  const { id, name } = useReseller();
  const { denied } = useMutationWords('transferAccounts');
  const [outcome, setOutcome] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly PlannedAccountFragment[] | null>(null);
  const pages = usePages(ResellerGoLiveDocument, { id }, (data) => data.tenantReseller?.goLivePlan?.accounts);
  const found = pages.first?.tenantReseller;
  const plan = found?.goLivePlan ?? null;
  const Icon = found?.backOrderingActive ? PartyPopper : plan?.ready ? CircleCheckBig : CircleDashed;
  if (found != null && plan === null) {
    return (
      <section className="card">
        <ForWhom value={plan} errors={pages.errors}>
          {() => null}
        </ForWhom>
      </section>
    );
  }
  return (
    <>
      <Outcome text={outcome} />
      {found != null && plan !== null && (
        <section className="card plan-head" aria-labelledby="plan-state">
          <Icon className="icon plan-icon" aria-hidden />
          <div className="stack stack-tight">
            <h2 id="plan-state">
              {fill(found.backOrderingActive ? words.live : plan.ready ? words.ready : words.notReady, { name })}
            </h2>
            {!found.backOrderingActive && <p className="muted">{words.steps}</p>}
          </div>
          {!found.backOrderingActive && <Activate onDone={setOutcome} />}
        </section>
      )}
      <section className="card stack" aria-labelledby="plan-accounts">
        <div className="card-head card-head-flush">
          <h2 id="plan-accounts">{words.accounts}</h2>
          {pages.nodes.length > 1 && (
            <ActionButton denied={denied} onPress={() => setChosen(pages.nodes)}>
              {words.all}
            </ActionButton>
          )}
        </div>
        <ListState
          pages={pages}
          empty={
            <Empty title={words.nothing} icon={CircleCheckBig}>
              <p>{words.nothingHelp}</p>
            </Empty>
          }
        >
          <ul className="planned">
            {pages.nodes.map((planned) => (
              <Planned
                key={planned.account.id}
                planned={planned}
                denied={denied}
                onTransfer={() => setChosen([planned])}
              />
            ))}
          </ul>
        </ListState>
      </section>
      {chosen !== null && (
        <TransferDialog
          accounts={chosen}
          onClose={() => setChosen(null)}
          onDone={(text) => {
            setChosen(null);
            setOutcome(text);
          }}
        />
      )}
    </>
  );
}
