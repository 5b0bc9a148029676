import { useState } from 'react';
import { ResellerOverviewDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { Failure, Partly } from '../../../ui/failure.tsx';
import { ForWhom } from '../../../ui/for-whom.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { CopiedByMonth } from '../chart/copied-by-month.tsx';
import { Health } from '../inbox/health.tsx';
import { Outcome } from '../outcome.tsx';
import { useReseller } from '../reseller-context.tsx';
import { BackOrderingCard } from './back-ordering-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { StatusCard } from './status-card.tsx';

const WORDS = defineWords(
  { title: 'How its sync fares', copied: 'Customers copied, by month' },
  { title: 'So steht es um die Synchronisation', copied: 'Kopierte Kunden nach Monat' },
);

/** How the reseller stands, at a glance, and what may be changed of it. */
export function Overview() {
  const words = useWords(WORDS);
  const { id } = useReseller();
  const asked = useAsk(ResellerOverviewDocument, { id });
  const [outcome, setOutcome] = useState<string | null>(null);
  const found = asked.data?.data.tenantReseller;
  const errors = asked.data?.errors ?? [];
  return (
    <>
      <Outcome text={outcome} />
      <Partly errors={errors} />
      <div className="reseller-cards">
        <StatusCard onDone={setOutcome} />
        <BackOrderingCard plan={found?.goLivePlan} onDone={setOutcome} />
      </div>
      <SettingsCard onDone={setOutcome} />
      {found == null ? (
        <div className="card">
          {asked.error ? <Failure failure={asked.error} onAgain={() => asked.refetch()} /> : <Skeleton lines={4} />}
        </div>
      ) : (
        <>
          <section className="card" aria-labelledby="reseller-health">
            <div className="card-head">
              <h2 id="reseller-health">{words.title}</h2>
            </div>
            <ForWhom value={found.syncHealth} errors={errors}>
              {(health) => <Health health={health} />}
            </ForWhom>
          </section>
          <section className="card" aria-labelledby="reseller-copied">
            <div className="card-head">
              <h2 id="reseller-copied">{words.copied}</h2>
            </div>
            <ForWhom value={found.customersCopiedByMonth} errors={errors}>
              {(months) => <CopiedByMonth months={months} />}
            </ForWhom>
          </section>
        </>
      )}
    </>
  );
}
