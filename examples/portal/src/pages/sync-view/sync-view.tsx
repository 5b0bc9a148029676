import { Eye } from 'lucide-react';
import { Route, Routes } from 'react-router';
import { SyncResellerDocument } from '../../api/generated.ts';
import { useAsk } from '../../api/queries.ts';
import { useViewer } from '../../state/session.tsx';
import '../../styles/resellers.css';
import { Facts } from '../../ui/facts.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { defineWords, fill, useWords } from '../../words/words.ts';
import { NotFound } from '../not-found.tsx';
import { Sync } from '../reseller/inbox/sync.tsx';
import { EnumBadge } from '../resellers/enum-badge.tsx';
import { RESELLER_WORDS } from '../resellers/reseller-words.ts';
import { RESELLER_TONES } from '../resellers/tones.ts';
import { SyncCustomer } from './sync-customer.tsx';
import { SyncCustomers } from './sync-customers.tsx';
import { SyncServices } from './sync-services.tsx';

const WORDS = defineWords(
  {
    banner: 'You see what {name}’s sync sees',
    lead: 'Its own customers, with the fields that a sync may read. Of the distributor’s records it sees nothing.',
    parts: 'What the sync sees',
    customers: 'Customers',
    sync: 'Inbox and health',
    services: 'Services and prices',
  },
  {
    banner: 'Sie sehen, was die Synchronisation von {name} sieht',
    lead: 'Ihre eigenen Kunden, mit den Feldern, die eine Synchronisation lesen darf. Von den Daten des Distributors sieht sie nichts.',
    parts: 'Was die Synchronisation sieht',
    customers: 'Kunden',
    sync: 'Eingang und Zustand',
    services: 'Dienste und Preise',
  },
);

/** The whole portal of a reseller's sync: nothing is asked here that a sync's contract does not have. */
export default function SyncView() {
  const words = useWords(WORDS);
  const reseller = useViewer().tenantReseller;
  const id = reseller?.id ?? '';
  useTitle(reseller?.name ?? '');
  return (
    <>
      <section className="sync-banner" aria-labelledby="sync-banner">
        <Eye className="icon" aria-hidden />
        <div>
          <h1 id="sync-banner">{fill(words.banner, { name: reseller?.name ?? '' })}</h1>
          <p>{words.lead}</p>
          <ResellerFacts id={id} />
        </div>
      </section>
      <TabBar
        label={words.parts}
        tabs={[
          { to: '/', label: words.customers, end: true },
          { to: '/sync', label: words.sync },
          { to: '/services', label: words.services },
        ]}
      />
      <Routes>
        <Route index element={<SyncCustomers />} />
        <Route path="customers/:accountId" element={<SyncCustomer />} />
        <Route path="sync" element={<Sync resellerId={id} />} />
        <Route path="services" element={<SyncServices />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}

function ResellerFacts({ id }: { readonly id: string }) {
  const words = useWords(RESELLER_WORDS);
  const asked = useAsk(SyncResellerDocument, { id });
  const found = asked.data?.data.tenantReseller;
  if (found == null) return asked.data === undefined && !asked.error ? <Skeleton lines={1} /> : null;
  return (
    <Facts
      facts={[
        {
          label: words.status,
          value: <EnumBadge of="TenantResellerStatus" value={found.status} tones={RESELLER_TONES} />,
        },
        { label: words.backOrdering, value: found.backOrderingActive ? words.on : words.off },
        { label: words.currency, value: found.currency },
        { label: words.separateInvoices, value: found.separateInvoices ? words.yes : words.no },
      ]}
    />
  );
}
