import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Route, Routes } from 'react-router';
import type { CallFailure } from '../api/ask.ts';
import { ViewerDocument } from '../api/generated.ts';
import { useAsk } from '../api/queries.ts';
import { PolicyProvider, usePolicyAnswer } from '../state/policy-words.tsx';
import { ViewerProvider } from '../state/session.tsx';
import { Failure } from '../ui/failure.tsx';
import { Shell } from '../ui/shell.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/use-title.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Accounts } from './accounts/accounts.tsx';
import { NotFound } from './not-found.tsx';
import { SignInNeeded } from './sign-in/session-ended.tsx';

const Account = lazy(() => import('./account/account.tsx'));
const Resellers = lazy(() => import('./resellers/resellers.tsx'));
const Reseller = lazy(() => import('./reseller/reseller.tsx'));
const SyncView = lazy(() => import('./sync-view/sync-view.tsx'));

const TITLES = defineWords(
  { accounts: 'Accounts', resellers: 'Resellers' },
  { accounts: 'Konten', resellers: 'Reseller' },
);

/** The pages of whoever is signed in: a person of the distributor, or what a reseller's sync would see. */
export function Pages() {
  const titles = useWords(TITLES);
  const viewer = useAsk(ViewerDocument, {}, { once: true });
  const found = viewer.data?.data.accountViewer ?? null;
  useForgetting(found?.id);
  // Every page needs the words: they are on their way while it is not known yet who is there.
  usePolicyAnswer();
  if (found === null && viewer.error?.kind === 'unauthenticated') return <SignInNeeded />;
  return (
    <Shell viewer={found}>
      {found === null ? (
        <NotYet failure={viewer.error} onAgain={() => viewer.refetch()} />
      ) : (
        <ViewerProvider key={found.id} value={found}>
          <PolicyProvider>
            <Suspense fallback={<Skeleton lines={8} />}>
              {found.tenantReseller === null ? (
                <Routes>
                  <Route index element={<Titled title={titles.accounts} page={<Accounts />} />} />
                  <Route path="accounts/:accountId/*" element={<Account />} />
                  <Route path="resellers" element={<Titled title={titles.resellers} page={<Resellers />} />} />
                  <Route path="resellers/:resellerId/*" element={<Reseller />} />
                  <Route path="*" element={<NotFound />} />
                </Routes>
              ) : (
                <Routes>
                  <Route path="*" element={<SyncView />} />
                </Routes>
              )}
            </Suspense>
          </PolicyProvider>
        </ViewerProvider>
      )}
    </Shell>
  );
}

/** Whoever goes on as somebody else finds nothing of what the person before has seen. */
function useForgetting(id: string | undefined): void {
  const client = useQueryClient();
  const before = useRef(id);
  useEffect(() => {
    if (id === undefined) return;
    if (before.current !== undefined && before.current !== id) {
      client.resetQueries({ predicate: ({ queryKey: [document] }) => document !== String(ViewerDocument) });
    }
    before.current = id;
  }, [client, id]);
}

/** Pages of one record are called by its name, which they know themselves. */
function Titled({ title, page }: { readonly title: string; readonly page: ReactNode }) {
  useTitle(title);
  return page;
}

interface NotYetProps {
  readonly failure: CallFailure | null;
  readonly onAgain: () => void;
}

/** While it is not known who is there, and where that cannot be told. */
function NotYet({ failure, onAgain }: NotYetProps) {
  return failure === null ? <Skeleton lines={6} /> : <Failure failure={failure} onAgain={onAgain} />;
}
