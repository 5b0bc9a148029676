import { ArrowRightLeft, Users } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { type AccountStatus, ResellerCustomersDocument, type ResellerCustomersQuery } from '../../../api/generated.ts';
import { usePages } from '../../../api/use-pages.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { RowChoice } from '../../../ui/row-choice.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { EnumBadge } from '../../resellers/enum-badge.tsx';
import { ListState } from '../../resellers/list-state.tsx';
import { StatusFilter } from '../../resellers/status-filter.tsx';
import { ACCOUNT_TONES } from '../../resellers/tones.ts';
import { useSettled } from '../../resellers/use-settled.ts';
import { Outcome } from '../outcome.tsx';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';
import { Moves } from './moves.tsx';

const WORDS = defineWords(
  {
    title: 'Customers',
    search: 'Search by name, number or e-mail',
    name: 'Name',
    status: 'Status',
    sourceId: 'Source id',
    currency: 'Currency',
    synced: 'Last synced',
    never: 'Not yet',
    choose: 'Choose',
    chooseOne: 'Choose {name}',
    moves: 'Moves to {name}',
    none: 'No customers',
    noneHelp: 'A customer is copied with its first paid subscription, once the reseller is live.',
    noneFound: 'Nothing found. Try fewer letters, or another status.',
  },
  {
    title: 'Kunden',
    search: 'Suche nach Name, Nummer oder E-Mail',
    name: 'Name',
    status: 'Status',
    sourceId: 'Quell-ID',
    currency: 'Währung',
    synced: 'Zuletzt synchronisiert',
    never: 'Noch nicht',
    choose: 'Auswahl',
    chooseOne: '{name} auswählen',
    moves: 'Wechselt zu {name}',
    none: 'Keine Kunden',
    noneHelp: 'Ein Kunde wird mit seinem ersten bezahlten Abonnement kopiert, sobald der Reseller gestartet ist.',
    noneFound: 'Nichts gefunden. Versuchen Sie weniger Buchstaben oder einen anderen Status.',
  },
);

/** The accounts that the reseller manages, as far as the caller may see them. */
export function Customers() {
  const words = useWords(WORDS);
  const { id } = useReseller();
  const [typed, setTyped] = useState('');
  const [status, setStatus] = useState<AccountStatus | null>(null);
  const search = useSettled(typed).trim();
  const pages = usePages(
    ResellerCustomersDocument,
    { resellers: [id], search: search || null, status: status === null ? null : [status] },
    (data) => data.accounts,
  );
  const accounts = pages.first?.accounts;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<string | null>(null);
  const selected = pages.nodes.filter((one) => chosen.has(one.id));
  const isNarrowed = search !== '' || status !== null;
  return (
    <>
      <Outcome text={outcome} />
      <section className="card stack" aria-labelledby="reseller-customers">
        <h2 id="reseller-customers">{words.title}</h2>
        <div className="reseller-filters">
          <TextField type="search" label={words.search} value={typed} onChange={setTyped} />
          <StatusFilter status={status} onChange={setStatus} />
        </div>
        <ListState
          pages={pages}
          total={accounts?.totalCount}
          isCapped={accounts?.totalCountIsCapped}
          empty={
            <Empty title={words.none} icon={Users}>
              <p>{isNarrowed ? words.noneFound : words.noneHelp}</p>
            </Empty>
          }
        >
          <Moves
            accounts={selected}
            onDone={(text) => {
              setChosen(new Set());
              setOutcome(text);
            }}
          />
          <CustomerTable customers={pages.nodes} chosen={chosen} onChoose={setChosen} />
        </ListState>
      </section>
    </>
  );
}

type Customer = NonNullable<ResellerCustomersQuery['accounts']>['edges'][number]['node'];

interface CustomerTableProps {
  readonly customers: readonly Customer[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function CustomerTable({ customers, chosen, onChoose }: CustomerTableProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const formats = useFormats();
  // Chosen for what the caller may not do, a customer is chosen for nothing.
  const isChoosing = useMutationWords('announceMove').denied === null;
  const choose = (id: string, isChosen: boolean) =>
    onChoose(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <div className="table-wrap">
      <table className="table stacking">
        <thead>
          <tr>
            {isChoosing && <th scope="col">{words.choose}</th>}
            <th scope="col">{words.name}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.sourceId}</th>
            <th scope="col">{words.currency}</th>
            <th scope="col">{words.synced}</th>
          </tr>
        </thead>
        <tbody>
          {customers.map(({ id, name, status, currency, managedByReseller }) => (
            <tr key={id} data-account={id}>
              {isChoosing && (
                <td data-label={words.choose}>
                  <RowChoice
                    label={fill(words.chooseOne, { name: name ?? id })}
                    isSelected={chosen.has(id)}
                    onChange={(isChosen) => choose(id, isChosen)}
                  />
                </td>
              )}
              <th scope="row">
                <Link to={`/accounts/${id}`}>{name}</Link>
              </th>
              <td data-label={words.status}>
                <span className="row">
                  {status !== null && <EnumBadge of="AccountStatus" value={status} tones={ACCOUNT_TONES} />}
                  {managedByReseller?.drift.map((drift) => (
                    <Badge key={drift} tone="warn">
                      {policy.value('DriftWarning', drift).label}
                    </Badge>
                  ))}
                  {managedByReseller?.moveTo != null && (
                    <Badge tone="accent">
                      <ArrowRightLeft className="icon" aria-hidden />
                      {fill(words.moves, { name: managedByReseller.moveTo.name })}
                    </Badge>
                  )}
                </span>
              </td>
              <td data-label={words.sourceId} className="mono">
                {managedByReseller?.sourceAccountId}
              </td>
              <td data-label={words.currency}>{currency}</td>
              <td data-label={words.synced}>
                {managedByReseller?.lastSyncedAt == null ? words.never : formats.ago(managedByReseller.lastSyncedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
