import { Link } from 'react-router';
import type { ResellerOverviewQuery } from '../../../api/generated.ts';
import { Badge } from '../../../ui/badge.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { RESELLER_WORDS } from '../../resellers/reseller-words.ts';
import { Activate } from '../go-live/activate.tsx';
import { useReseller } from '../reseller-context.tsx';

const WORDS = defineWords(
  {
    active: 'The reseller is live: the first paid subscription of a customer copies it here.',
    waiting: 'The reseller is not live yet: nothing is copied. Accounts that were transferred are kept up to date.',
    ready: 'Nothing is in the way of going live.',
    notReady: 'Accounts that are billed to the reseller are still to be transferred.',
    plan: 'To the plan',
  },
  {
    active: 'Der Reseller ist gestartet: Das erste bezahlte Abonnement eines Kunden kopiert ihn hierher.',
    waiting:
      'Der Reseller ist noch nicht gestartet: Es wird nichts kopiert. Übergebene Konten werden auf dem Stand gehalten.',
    ready: 'Dem Start steht nichts im Weg.',
    notReady: 'Konten, die dem Reseller berechnet werden, sind noch zu übergeben.',
    plan: 'Zum Plan',
  },
);

interface BackOrderingCardProps {
  readonly plan: NonNullable<ResellerOverviewQuery['tenantReseller']>['goLivePlan'] | undefined;
  readonly onDone: (text: string) => void;
}

/** Whether the reseller is live, and the way there. */
export function BackOrderingCard({ plan, onDone }: BackOrderingCardProps) {
  const words = useWords(WORDS);
  const shared = useWords(RESELLER_WORDS);
  const { id, backOrderingActive } = useReseller();
  return (
    <section className="card" aria-labelledby="reseller-back-ordering">
      <div className="card-head">
        <h2 id="reseller-back-ordering">{shared.backOrdering}</h2>
        {!backOrderingActive && <Activate onDone={onDone} />}
      </div>
      <div className="stack stack-tight">
        <div>
          <Badge tone={backOrderingActive ? 'good' : 'warn'}>{backOrderingActive ? shared.on : shared.off}</Badge>
        </div>
        <p>{backOrderingActive ? words.active : words.waiting}</p>
        {!backOrderingActive && plan != null && (
          <p>
            {plan.ready ? words.ready : words.notReady} <Link to={`/resellers/${id}/go-live`}>{words.plan}</Link>
          </p>
        )}
      </div>
    </section>
  );
}
