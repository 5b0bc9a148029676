import { PackageSearch } from 'lucide-react';
import { useState } from 'react';
import { SyncServicesDocument } from '../../api/generated.ts';
import { usePages } from '../../api/use-pages.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { ListState } from '../resellers/list-state.tsx';
import { useSettled } from '../resellers/use-settled.ts';

const WORDS = defineWords(
  {
    title: 'What it is offered',
    lead: 'Today’s prices, by the reseller’s price list or else the services’ own.',
    search: 'Search by SKU or name',
    none: 'No services',
    noneHelp: 'Nothing is offered under these words.',
    unpriced: 'Without a price: not offered',
  },
  {
    title: 'Was ihr angeboten wird',
    lead: 'Die heutigen Preise, nach der Preisliste des Resellers oder sonst die eigenen der Dienste.',
    search: 'Suche nach SKU oder Name',
    none: 'Keine Dienste',
    noneHelp: 'Unter diesen Wörtern wird nichts angeboten.',
    unpriced: 'Ohne Preis: nicht angeboten',
  },
);

/** The services, with what the sync's reseller is offered them at. */
export function SyncServices() {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed).trim();
  const pages = usePages(SyncServicesDocument, { search: search || null }, (data) => data.offeredServices);
  return (
    <section className="card stack" aria-labelledby="sync-services">
      <div>
        <h2 id="sync-services">{words.title}</h2>
        <p className="muted small">{words.lead}</p>
      </div>
      <div className="reseller-filters">
        <TextField type="search" label={words.search} value={typed} onChange={setTyped} />
      </div>
      <ListState
        pages={pages}
        empty={
          <Empty title={words.none} icon={PackageSearch}>
            <p>{words.noneHelp}</p>
          </Empty>
        }
      >
        <ul className="price-lines">
          {pages.nodes.map(({ id, sku, name, prices }) => (
            <li key={id} className="price-line" data-sku={sku}>
              <div className="price-what">
                <h3>{name}</h3>
                <p className="muted small mono">{sku}</p>
              </div>
              {prices.length === 0 ? (
                <p className="muted">{words.unpriced}</p>
              ) : (
                <ul className="price-timeline">
                  {prices.map(({ currency, billingPeriod, amount }) => (
                    <li key={`${currency} ${billingPeriod}`}>
                      <strong>{formats.money(amount, currency)}</strong>
                      <span className="small muted">{policy.value('BillingPeriod', billingPeriod).label}</span>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </ListState>
    </section>
  );
}
