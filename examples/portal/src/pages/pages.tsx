import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { ViewerDocument } from '../api/generated.ts';
import { useAsk } from '../api/queries.ts';
import { PolicyProvider } from '../state/policy-words.tsx';
import { useSession, ViewerProvider } from '../state/session.tsx';
import { Failure } from '../ui/failure.tsx';
import { Shell } from '../ui/shell.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Accounts } from './accounts/accounts.tsx';
import { NotFound } from './not-found.tsx';
import { SignedOut } from './sign-in/signed-out.tsx';

const Account = lazy(() => import('./account/account.tsx'));
const Resellers = lazy(() => import('./resellers/resellers.tsx'));
const Reseller = lazy(() => import('./reseller/reseller.tsx'));
const SyncView = lazy(() => import('./sync-view/sync-view.tsx'));

/** The pages of whoever is signed in: a person of the distributor, or what a reseller's sync would see. */
export function Pages() {
  const { signOut } = useSession();
  const viewer = useAsk(ViewerDocument, {}, { once: true });
  const found = viewer.data?.data.accountViewer ?? null;
  if (viewer.error?.kind === 'unauthenticated') return <SignedOut onSignIn={signOut} />;
  if (viewer.error) return <Failure failure={viewer.error} onAgain={() => viewer.refetch()} />;
  if (found === null) return <Skeleton lines={6} />;
  return (
    <ViewerProvider value={found}>
      <Shell>
        <PolicyProvider>
          <Suspense fallback={<Skeleton lines={8} />}>
            {found.tenantReseller === null ? (
              <Routes>
                <Route index element={<Accounts />} />
                <Route path="accounts/:accountId/*" element={<Account />} />
                <Route path="resellers" element={<Resellers />} />
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
      </Shell>
    </ViewerProvider>
  );
}
