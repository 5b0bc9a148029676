import { CircleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { PlannedAccountFragment } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { ActionButton } from '../../../ui/button.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    transfer: 'Transfer…',
    transferOf: 'Transfer {name}',
    running: 'Running subscriptions, which need a source id',
    since: '{quantity} × {service}, {period}, from {day}',
  },
  {
    transfer: 'Übergeben …',
    transferOf: '{name} übergeben',
    running: 'Laufende Abonnements, die eine Quell-ID brauchen',
    since: '{quantity} × {service}, {period}, ab {day}',
  },
);

interface PlannedProps {
  readonly planned: PlannedAccountFragment;
  readonly denied: string | null;
  readonly onTransfer: () => void;
}

/** An account of the plan: what is in its way, and what runs on it. */
export function Planned({ planned: { account, obstacles, subscriptions }, denied, onTransfer }: PlannedProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const line = useSubscriptionLine();
  const name = account.name ?? account.id;
  return (
    <li className="planned-account" data-account={account.id}>
      <div className="card-head card-head-flush">
        <h3>
          <Link to={`/accounts/${account.id}`}>{name}</Link>
        </h3>
        <ActionButton denied={denied} onPress={onTransfer}>
          <span aria-hidden>{words.transfer}</span>
          <span className="visually-hidden">{fill(words.transferOf, { name })}</span>
        </ActionButton>
      </div>
      <ul className="obstacles">
        {obstacles.map((obstacle) => (
          <li key={obstacle}>
            <CircleAlert className="icon" aria-hidden />
            <span>
              <strong>{policy.value('GoLiveObstacle', obstacle).label}</strong>{' '}
              <span className="muted">{policy.value('GoLiveObstacle', obstacle).help}</span>
            </span>
          </li>
        ))}
      </ul>
      {subscriptions.length > 0 && (
        <div className="stack stack-tight">
          <p className="small muted">{words.running}</p>
          <ul className="reseller-lines">
            {subscriptions.map((subscription) => (
              <li key={subscription.id}>{line(subscription)}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** A subscription in a line. */
export function useSubscriptionLine() {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const formats = useFormats();
  return (subscription: PlannedAccountFragment['subscriptions'][number]) =>
    fill(words.since, {
      quantity: formats.count(subscription.quantity),
      service: subscription.service.name,
      period: policy.value('BillingPeriod', subscription.billingPeriod).label,
      day: formats.day(subscription.startDate),
    });
}
