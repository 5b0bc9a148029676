import { ResellerHealthFiguresDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { Failure, Partly } from '../../../ui/failure.tsx';
import { ForWhom } from '../../../ui/for-whom.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useReseller } from '../reseller-context.tsx';
import { SyncParts } from './sync-parts.tsx';

/** The reseller's sync: how it fares, and what was refused. One forbidden state for who may see neither. */
export function Sync() {
  const { id } = useReseller();
  const asked = useAsk(ResellerHealthFiguresDocument, { id });
  const found = asked.data?.data.tenantReseller;
  const errors = asked.data?.errors ?? [];
  if (found == null) {
    if (asked.error) return <Failure failure={asked.error} onAgain={() => asked.refetch()} />;
    return asked.data === undefined ? <Skeleton lines={8} /> : <Partly errors={errors} />;
  }
  return (
    <ForWhom value={found.syncHealth} errors={errors}>
      {(health) => <SyncParts resellerId={id} health={health} />}
    </ForWhom>
  );
}
