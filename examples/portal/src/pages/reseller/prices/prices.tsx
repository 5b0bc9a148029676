import { Tags } from 'lucide-react';
import { useState } from 'react';
import { ResellerPricesDocument, ServiceNamesDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { usePages } from '../../../api/use-pages.ts';
import { Empty } from '../../../ui/empty.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { ListState } from '../../resellers/list-state.tsx';
import { useSettled } from '../../resellers/use-settled.ts';
import { Outcome } from '../outcome.tsx';
import { useReseller } from '../reseller-context.tsx';
import { ChooseList } from './choose-list.tsx';
import { priceLines } from './price-lines.ts';
import { Timeline } from './timeline.tsx';

const WORDS = defineWords(
  {
    title: 'Price list {name}',
    titleNone: 'Prices',
    sku: 'Only this SKU, exactly',
    own: 'No price list',
    ownHelp: 'The services’ own prices apply to what this reseller’s customers buy.',
    nothing: 'The list has no such price',
    nothingHelp: 'What the list does not have costs what it costs everyone.',
    rest: 'A service that the list does not have costs what it costs everyone. Days are days of UTC.',
  },
  {
    title: 'Preisliste {name}',
    titleNone: 'Preise',
    sku: 'Nur genau diese SKU',
    own: 'Keine Preisliste',
    ownHelp: 'Für das, was Kunden dieses Resellers kaufen, gelten die eigenen Preise der Dienste.',
    nothing: 'Die Liste hat keinen solchen Preis',
    nothingHelp: 'Was die Liste nicht hat, kostet, was es alle kostet.',
    rest: 'Ein Dienst, den die Liste nicht hat, kostet, was er alle kostet. Tage sind Tage in UTC.',
  },
);

/** What the reseller's customers' subscriptions are priced by: its list from day to day, or the services' own prices. */
export function Prices() {
  const words = useWords(WORDS);
  const { id } = useReseller();
  const [outcome, setOutcome] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const sku = useSettled(typed).trim();
  const pages = usePages(
    ResellerPricesDocument,
    { id, sku: sku || null },
    (data) => data.tenantReseller?.priceList?.prices,
  );
  const services = useAsk(ServiceNamesDocument, {}, { once: true });
  const names = new Map(services.data?.data.offeredServices?.edges.map(({ node }) => [node.sku, node.name]));
  const list = pages.first?.tenantReseller?.priceList;
  const lines = priceLines(pages.nodes, new Date().toISOString().slice(0, 10), pages.hasMore);
  return (
    <>
      <Outcome text={outcome} />
      <section className="card stack" aria-labelledby="reseller-prices">
        <div className="card-head card-head-flush">
          <h2 id="reseller-prices">{list == null ? words.titleNone : fill(words.title, { name: list.name })}</h2>
          <ChooseList onDone={setOutcome} />
        </div>
        {list != null && (
          <>
            <p className="muted">{words.rest}</p>
            <div className="reseller-filters">
              <TextField type="search" label={words.sku} value={typed} onChange={setTyped} />
            </div>
          </>
        )}
        <ListState
          pages={pages}
          shown={lines.length}
          empty={
            <Empty title={list == null ? words.own : words.nothing} icon={Tags}>
              <p>{list == null ? words.ownHelp : words.nothingHelp}</p>
            </Empty>
          }
        >
          <ul className="price-lines">
            {lines.map((line) => (
              <Timeline key={line.key} line={line} name={names.get(line.first.sku)} />
            ))}
          </ul>
        </ListState>
      </section>
    </>
  );
}
