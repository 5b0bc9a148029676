import type { ResellerInboxQuery } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    open: 'Open',
    closed: 'Closed {moment}',
    customer: 'Customer',
    subscription: 'Subscription',
    first: 'First refused',
    last: 'Last refused',
    count: 'How often',
    path: 'Where',
    more: 'More refusals than the inbox holds',
  },
  {
    open: 'Offen',
    closed: 'Erledigt {moment}',
    customer: 'Kunde',
    subscription: 'Abonnement',
    first: 'Zuerst abgelehnt',
    last: 'Zuletzt abgelehnt',
    count: 'Wie oft',
    path: 'Wo',
    more: 'Mehr Ablehnungen, als der Eingang fasst',
  },
);

type Row = NonNullable<NonNullable<ResellerInboxQuery['tenantReseller']>['syncProblems']>['edges'][number]['node'];

/** A refusal in the inbox: what its code means, what the sender was told, and whose event it was. */
export function Problem({ problem }: { readonly problem: Row }) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const formats = useFormats();
  const { sourceAccountId, sourceSubscriptionId, closedAt, path } = problem;
  const { label, help } = policy.value('AccountErrorCode', problem.code);
  return (
    <li className="problem">
      <div className="row">
        <h3>{label}</h3>
        {closedAt === null ? (
          <Badge tone="warn">{words.open}</Badge>
        ) : (
          <Badge tone="good">{fill(words.closed, { moment: formats.moment(closedAt) })}</Badge>
        )}
      </div>
      <p lang="en">{problem.message}</p>
      <p className="muted small">{help}</p>
      <Facts
        facts={[
          {
            label: words.customer,
            value: sourceAccountId === '' ? words.more : <span className="mono">{sourceAccountId}</span>,
          },
          ...(sourceSubscriptionId === null
            ? []
            : [{ label: words.subscription, value: <span className="mono">{sourceSubscriptionId}</span> }]),
          ...(path.length === 0 ? [] : [{ label: words.path, value: <span className="mono">{path.join('.')}</span> }]),
          { label: words.count, value: formats.count(problem.count) },
          { label: words.first, value: formats.moment(problem.firstSeenAt) },
          { label: words.last, value: formats.moment(problem.lastSeenAt) },
        ]}
      />
    </li>
  );
}
