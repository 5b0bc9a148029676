import { UserRoundX } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { SyncCustomerDocument, type SyncCustomerQuery } from '../../api/generated.ts';
import { usePages } from '../../api/use-pages.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Failure, Partly } from '../../ui/failure.tsx';
import { Ribbon } from '../../ui/ribbon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { EnumBadge } from '../resellers/enum-badge.tsx';
import { ListState } from '../resellers/list-state.tsx';
import { ACCOUNT_TONES } from '../resellers/tones.ts';
import { SyncSubscription } from './sync-subscription.tsx';
import { SYNC_WORDS } from './sync-words.ts';

const WORDS = defineWords(
  {
    back: 'All customers',
    none: 'There is no such customer here',
    options: 'Synchronization options',
    noOptions: 'None',
    subscriptions: 'Subscriptions',
    noSubscriptions: 'No subscriptions',
    drift: 'Drift',
  },
  {
    back: 'Alle Kunden',
    none: 'Diesen Kunden gibt es hier nicht',
    options: 'Synchronisationsoptionen',
    noOptions: 'Keine',
    subscriptions: 'Abonnements',
    noSubscriptions: 'Keine Abonnements',
    drift: 'Abweichung',
  },
);

/** One customer with every field that a sync sees of it. */
export function SyncCustomer() {
  const words = useWords(WORDS);
  const { accountId = '' } = useParams();
  const pages = usePages(SyncCustomerDocument, { id: accountId }, (data) => data.account?.subscriptions);
  const account = pages.first?.account;
  if (pages.first === undefined) {
    return pages.failure ? <Failure failure={pages.failure} onAgain={pages.again} /> : <Skeleton lines={8} />;
  }
  if (account == null) {
    if (pages.errors.length > 0) return <Partly errors={pages.errors} />;
    return (
      <Empty title={words.none} icon={UserRoundX}>
        <Link to="/">{words.back}</Link>
      </Empty>
    );
  }
  const options = account.synchronizationOptions ?? [];
  return (
    <>
      <section className="card stack" aria-labelledby="sync-customer">
        <Link to="/" className="small">
          {words.back}
        </Link>
        <h2 id="sync-customer">{account.name}</h2>
        {account.managedByReseller !== null && <Ribbon text={account.managedByReseller.ribbon} />}
        <CustomerFacts account={account} />
      </section>
      <section className="card stack" aria-labelledby="sync-options">
        <h2 id="sync-options">{words.options}</h2>
        {options.length === 0 ? (
          <p className="muted">{words.noOptions}</p>
        ) : (
          <Facts
            facts={options.map(({ systemCode, key, value }) => ({
              label: `${systemCode} · ${key}`,
              value: value ?? '–',
            }))}
          />
        )}
      </section>
      <section className="card stack" aria-labelledby="sync-subscriptions">
        <h2 id="sync-subscriptions">{words.subscriptions}</h2>
        <ListState pages={pages} empty={<p className="muted">{words.noSubscriptions}</p>}>
          <ul className="problems">
            {pages.nodes.map((subscription) => (
              <SyncSubscription key={subscription.id} subscription={subscription} />
            ))}
          </ul>
        </ListState>
      </section>
    </>
  );
}

function CustomerFacts({ account }: { readonly account: NonNullable<SyncCustomerQuery['account']> }) {
  const words = { ...useWords(SYNC_WORDS), ...useWords(WORDS) };
  const policy = usePolicyWords();
  const formats = useFormats();
  const { status, billingAddress: address, managedByReseller: management } = account;
  const lines = [
    address?.line1,
    address?.line2,
    [address?.postalCode, address?.city].filter(Boolean).join(' '),
    address?.region,
    address?.country,
  ].filter(Boolean);
  return (
    <Facts
      facts={[
        {
          label: words.status,
          value: status === null ? '' : <EnumBadge of="AccountStatus" value={status} tones={ACCOUNT_TONES} />,
        },
        { label: words.sourceId, value: <span className="mono">{management?.sourceAccountId}</span> },
        { label: words.sourceVersion, value: management?.sourceVersion ?? words.never },
        { label: words.currency, value: account.currency },
        { label: words.accountingNo, value: account.accountingNo ?? words.empty },
        { label: words.email, value: account.email ?? words.empty },
        { label: words.address, value: lines.length === 0 ? words.empty : lines.join(', ') },
        ...(management === null
          ? []
          : [
              { label: words.origin, value: policy.value('ManagementOrigin', management.origin).label },
              { label: words.since, value: formats.moment(management.managedSince) },
              {
                label: words.synced,
                value: management.lastSyncedAt === null ? words.never : formats.moment(management.lastSyncedAt),
              },
              {
                label: words.drift,
                value:
                  management.drift.length === 0
                    ? words.empty
                    : management.drift.map((one) => (
                        <Badge key={one} tone="warn">
                          {policy.value('DriftWarning', one).label}
                        </Badge>
                      )),
              },
            ]),
      ]}
    />
  );
}
