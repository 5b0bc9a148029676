import { Store } from 'lucide-react';
import { Link, Route, Routes, useParams } from 'react-router';
import { ResellerDocument } from '../../api/generated.ts';
import { useAsk } from '../../api/queries.ts';
import '../../styles/resellers.css';
import { Empty } from '../../ui/empty.tsx';
import { Failure, Partly } from '../../ui/failure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { NotFound } from '../not-found.tsx';
import { EnumBadge } from '../resellers/enum-badge.tsx';
import { RESELLER_TONES } from '../resellers/tones.ts';
import { Customers } from './customers/customers.tsx';
import { GoLive } from './go-live/go-live.tsx';
import { Sync } from './inbox/sync.tsx';
import { Overview } from './overview/overview.tsx';
import { Prices } from './prices/prices.tsx';
import { ResellerProvider } from './reseller-context.tsx';

const WORDS = defineWords(
  {
    none: 'There is no such reseller',
    back: 'To the resellers',
    parts: 'Parts of the reseller',
    overview: 'Overview',
    goLive: 'Going live',
    customers: 'Customers',
    sync: 'Sync',
    prices: 'Prices',
  },
  {
    none: 'Diesen Reseller gibt es nicht',
    back: 'Zu den Resellern',
    parts: 'Teile des Resellers',
    overview: 'Überblick',
    goLive: 'Start',
    customers: 'Kunden',
    sync: 'Synchronisation',
    prices: 'Preise',
  },
);

export default function Reseller() {
  const words = useWords(WORDS);
  const { resellerId = '' } = useParams();
  const asked = useAsk(ResellerDocument, { id: resellerId });
  useTitle(asked.data?.data.tenantReseller?.name ?? '');
  if (asked.data === undefined) {
    return asked.error ? <Failure failure={asked.error} onAgain={() => asked.refetch()} /> : <Skeleton lines={10} />;
  }
  const { tenantReseller } = asked.data.data;
  if (tenantReseller === null) {
    // What could not be answered is not what is not there.
    if (asked.data.errors.length > 0) return <Partly errors={asked.data.errors} />;
    return (
      <Empty title={words.none} icon={Store}>
        <Link to="/resellers">{words.back}</Link>
      </Empty>
    );
  }
  const base = `/resellers/${resellerId}`;
  return (
    <ResellerProvider value={tenantReseller}>
      <div className="row">
        <h1>{tenantReseller.name}</h1>
        <EnumBadge of="TenantResellerStatus" value={tenantReseller.status} tones={RESELLER_TONES} />
      </div>
      <Partly errors={asked.data.errors} />
      <TabBar
        label={words.parts}
        tabs={[
          { to: base, label: words.overview, end: true },
          { to: `${base}/go-live`, label: words.goLive },
          { to: `${base}/customers`, label: words.customers },
          { to: `${base}/sync`, label: words.sync },
          { to: `${base}/prices`, label: words.prices },
        ]}
      />
      <Routes>
        <Route index element={<Overview />} />
        <Route path="go-live" element={<GoLive />} />
        <Route path="customers" element={<Customers />} />
        <Route path="sync" element={<Sync resellerId={resellerId} />} />
        <Route path="prices" element={<Prices />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </ResellerProvider>
  );
}
