import { Route, Routes, useParams } from 'react-router';
import { AccountStandingDocument } from '../../api/generated.ts';
import { useAsk } from '../../api/queries.ts';
import '../../styles/account.css';
import '../../styles/edit.css';
import { useInputWords } from '../../state/policy-words.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failure, Partly } from '../../ui/failure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { NotFound } from '../not-found.tsx';
import { AccountProvider } from './account-context.tsx';
import { AccountHead } from './account-head.tsx';
import { ActionBar } from './action/action-bar.tsx';
import { Audit } from './audit/audit.tsx';
import { Contacts } from './contacts/contacts.tsx';
import { History } from './history/history.tsx';
import { Invoices } from './invoices/invoices.tsx';
import { Overview } from './overview/overview.tsx';
import { Relations } from './relations/relations.tsx';
import { Subscriptions } from './subscriptions/subscriptions.tsx';

const WORDS = defineWords(
  {
    none: 'There is no such account, or it is not for you',
    parts: 'Parts of the account',
    overview: 'Overview',
    contacts: 'Contacts',
    relations: 'Relations',
    subscriptions: 'Subscriptions',
    invoices: 'Invoices',
    history: 'History',
    audit: 'Changes',
  },
  {
    none: 'Dieses Konto gibt es nicht, oder es ist nicht für Sie',
    parts: 'Teile des Kontos',
    overview: 'Überblick',
    contacts: 'Kontakte',
    relations: 'Beziehungen',
    subscriptions: 'Abonnements',
    invoices: 'Rechnungen',
    history: 'Verlauf',
    audit: 'Änderungen',
  },
);

/** Each account has a page of its own: what was typed on one is not on the next. */
export default function Account() {
  const { accountId = '' } = useParams();
  return <AccountPage key={accountId} accountId={accountId} />;
}

function AccountPage({ accountId }: { readonly accountId: string }) {
  const words = useWords(WORDS);
  const asked = useAsk(AccountStandingDocument, { id: accountId }, { keepPrevious: true });
  useTitle(asked.data?.data.account?.name ?? '');
  // Dialogs open with their words in place.
  useInputWords('updateAccount');
  if (asked.data === undefined) {
    return asked.error ? <Failure failure={asked.error} onAgain={() => asked.refetch()} /> : <Skeleton lines={10} />;
  }
  const { account } = asked.data.data;
  if (account === null) return <Empty title={words.none} />;
  const base = `/accounts/${accountId}`;
  return (
    <AccountProvider account={account}>
      <AccountHead />
      <Partly errors={asked.data.errors} />
      <ActionBar />
      <TabBar
        label={words.parts}
        tabs={[
          { to: base, label: words.overview, end: true },
          { to: `${base}/contacts`, label: words.contacts },
          { to: `${base}/relations`, label: words.relations },
          { to: `${base}/subscriptions`, label: words.subscriptions },
          { to: `${base}/invoices`, label: words.invoices },
          { to: `${base}/history`, label: words.history },
          { to: `${base}/audit`, label: words.audit },
        ]}
      />
      <Routes>
        <Route index element={<Overview />} />
        <Route path="contacts" element={<Contacts />} />
        <Route path="relations" element={<Relations />} />
        <Route path="subscriptions" element={<Subscriptions />} />
        <Route path="invoices" element={<Invoices />} />
        <Route path="history" element={<History />} />
        <Route path="audit" element={<Audit />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </AccountProvider>
  );
}
