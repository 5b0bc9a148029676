import { Store } from 'lucide-react';
import { Link } from 'react-router';
import { ResellersDocument, type ResellersQuery } from '../../api/generated.ts';
import { usePages } from '../../api/use-pages.ts';
import '../../styles/resellers.css';
import { Empty } from '../../ui/empty.tsx';
import { Failure, Partly } from '../../ui/failure.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { EnumBadge } from './enum-badge.tsx';
import { HealthGlance } from './health-glance.tsx';
import { OwnAccount } from './own-account.tsx';
import { RESELLER_WORDS } from './reseller-words.ts';
import { RESELLER_TONES } from './tones.ts';

const WORDS = defineWords(
  {
    title: 'Resellers',
    lead: 'Who sells to customers of their own, from a BSS of their own.',
    none: 'There are no resellers yet',
    noneHelp: 'An administrator creates them in the set-up.',
  },
  {
    title: 'Reseller',
    lead: 'Wer eigenen Kunden verkauft, aus einem eigenen BSS.',
    none: 'Es gibt noch keine Reseller',
    noneHelp: 'Die Administration legt sie in der Einrichtung an.',
  },
);

type Node = NonNullable<ResellersQuery['tenantResellers']>['edges'][number]['node'];

export default function Resellers() {
  const words = useWords(WORDS);
  const pages = usePages(ResellersDocument, {}, (data) => data.tenantResellers);
  return (
    <>
      <div className="stack stack-tight">
        <h1>{words.title}</h1>
        <p className="muted">{words.lead}</p>
      </div>
      <Partly errors={pages.errors} />
      {pages.first === undefined ? (
        pages.failure ? (
          <Failure failure={pages.failure} onAgain={pages.again} />
        ) : (
          <Skeleton lines={6} />
        )
      ) : pages.nodes.length === 0 ? (
        <Empty title={words.none} icon={Store}>
          <p>{words.noneHelp}</p>
        </Empty>
      ) : (
        <section className="card" aria-label={words.title}>
          <ResellerTable resellers={pages.nodes} />
          <ShowMore
            shown={pages.nodes.length}
            hasMore={pages.hasMore}
            isLoading={pages.isLoadingMore}
            onMore={pages.more}
          />
        </section>
      )}
    </>
  );
}

function ResellerTable({ resellers }: { readonly resellers: readonly Node[] }) {
  const words = useWords(RESELLER_WORDS);
  const formats = useFormats();
  // It is told to those who may know, and to them of every reseller.
  const hasHealth = resellers.some(({ syncHealth }) => syncHealth !== null);
  return (
    <div className="table-wrap">
      <table className="table stacking">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.backOrdering}</th>
            <th scope="col">{words.currency}</th>
            <th scope="col">{words.separateInvoices}</th>
            <th scope="col" className="number">
              {words.customers}
            </th>
            <th scope="col">{words.ownAccount}</th>
            {hasHealth && <th scope="col">{words.health}</th>}
          </tr>
        </thead>
        <tbody>
          {resellers.map(({ id, name, customers, ...reseller }) => (
            <tr key={id} data-reseller={id}>
              <th scope="row">
                <Link to={`/resellers/${id}`}>{name}</Link>
              </th>
              <td data-label={words.status}>
                <EnumBadge of="TenantResellerStatus" value={reseller.status} tones={RESELLER_TONES} />
              </td>
              <td data-label={words.backOrdering}>{reseller.backOrderingActive ? words.on : words.off}</td>
              <td data-label={words.currency}>{reseller.currency}</td>
              <td data-label={words.separateInvoices}>{reseller.separateInvoices ? words.yes : words.no}</td>
              <td data-label={words.customers} className="number">
                {formats.count(customers.totalCount)}
                {customers.totalCountIsCapped && '+'}
              </td>
              <td data-label={words.ownAccount}>
                <OwnAccount account={reseller.account} />
              </td>
              {hasHealth && (
                <td data-label={words.health}>
                  {reseller.syncHealth !== null && <HealthGlance health={reseller.syncHealth} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
