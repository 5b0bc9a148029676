import { Users } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type AccountStatus, SyncCustomersDocument } from '../../api/generated.ts';
import { usePages } from '../../api/use-pages.ts';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { EnumBadge } from '../resellers/enum-badge.tsx';
import { ListState } from '../resellers/list-state.tsx';
import { StatusFilter } from '../resellers/status-filter.tsx';
import { ACCOUNT_TONES } from '../resellers/tones.ts';
import { useSettled } from '../resellers/use-settled.ts';
import { SYNC_WORDS } from './sync-words.ts';

const WORDS = defineWords(
  {
    title: 'Its customers',
    search: 'Search by name, number or e-mail',
    none: 'No customers',
    noneHelp: 'The first paid subscription of a customer copies it.',
    noneFound: 'Nothing found. Try fewer letters, or another status.',
  },
  {
    title: 'Ihre Kunden',
    search: 'Suche nach Name, Nummer oder E-Mail',
    none: 'Keine Kunden',
    noneHelp: 'Das erste bezahlte Abonnement eines Kunden kopiert ihn.',
    noneFound: 'Nichts gefunden. Versuchen Sie weniger Buchstaben oder einen anderen Status.',
  },
);

/** The customers that a sync sees: its own reseller's. */
export function SyncCustomers() {
  const words = { ...useWords(SYNC_WORDS), ...useWords(WORDS) };
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [status, setStatus] = useState<AccountStatus | null>(null);
  const search = useSettled(typed).trim();
  const pages = usePages(
    SyncCustomersDocument,
    { search: search || null, status: status === null ? null : [status] },
    (data) => data.accounts,
  );
  const isNarrowed = search !== '' || status !== null;
  return (
    <section className="card stack" aria-labelledby="sync-customers">
      <h2 id="sync-customers">{words.title}</h2>
      <div className="reseller-filters">
        <TextField type="search" label={words.search} value={typed} onChange={setTyped} />
        <StatusFilter status={status} onChange={setStatus} />
      </div>
      <ListState
        pages={pages}
        total={pages.first?.accounts?.totalCount}
        isCapped={pages.first?.accounts?.totalCountIsCapped}
        empty={
          <Empty title={words.none} icon={Users}>
            <p>{isNarrowed ? words.noneFound : words.noneHelp}</p>
          </Empty>
        }
      >
        <div className="table-wrap">
          <table className="table stacking">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.sourceId}</th>
                <th scope="col">{words.status}</th>
                <th scope="col">{words.currency}</th>
                <th scope="col">{words.email}</th>
                <th scope="col">{words.synced}</th>
              </tr>
            </thead>
            <tbody>
              {pages.nodes.map(({ id, name, email, currency, managedByReseller, ...account }) => (
                <tr key={id} data-account={id}>
                  <th scope="row">
                    <Link to={`/customers/${id}`}>{name}</Link>
                  </th>
                  <td data-label={words.sourceId} className="mono">
                    {managedByReseller?.sourceAccountId}
                  </td>
                  <td data-label={words.status}>
                    {account.status !== null && (
                      <EnumBadge of="AccountStatus" value={account.status} tones={ACCOUNT_TONES} />
                    )}
                  </td>
                  <td data-label={words.currency}>{currency}</td>
                  <td data-label={words.email}>{email ?? words.empty}</td>
                  <td data-label={words.synced}>
                    {managedByReseller?.lastSyncedAt == null
                      ? words.never
                      : formats.ago(managedByReseller.lastSyncedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </ListState>
    </section>
  );
}
