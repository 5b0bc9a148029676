import { useState } from 'react';
import { ResellerOverviewDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { Failure, Partly } from '../../../ui/failure.tsx';
import { ForWhom } from '../../../ui/for-whom.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { Health } from '../inbox/health.tsx';
import { Outcome } from '../outcome.tsx';
import { useReseller } from '../reseller-context.tsx';
import { BackOrderingCard } from './back-ordering-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { StatusCard } from './status-card.tsx';

const WORDS = defineWords(
  { title: 'How its sync fares' },
  { title: 'So steht es um die Synchronisation' },
);

/** How the reseller stands, at a glance, and what may be changed of it. */
export function Overview() {
  const words = useWords(WORDS);
  const { id } = useReseller();
  const asked = useAsk(ResellerOverviewDocument, { id });
  const [outcome, setOutcome] = useState<string | null>(null);
  const found = asked.data?.data.tenantReseller;
  return (
    <>
      <Outcome text={outcome} />
      <Partly errors={asked.data?.errors ?? []} />
      <div className="cards">
        <StatusCard onDone={setOutcome} />
        <BackOrderingCard plan={found?.goLivePlan} onDone={setOutcome} />
        <SettingsCard onDone={setOutcome} />
      </div>
      <section className="card" aria-labelledby="reseller-health">
        <div className="card-head">
          <h2 id="reseller-health">{words.title}</h2>
        </div>
        {found != null ? (
          <ForWhom value={found.syncHealth} errors={asked.data?.errors ?? []}>
            {(health) => <Health health={health} />}
          </ForWhom>
        ) : asked.error ? (
          <Failure failure={asked.error} onAgain={() => asked.refetch()} />
        ) : (
          <Skeleton lines={2} />
        )}
      </section>
    </>
  );
}
