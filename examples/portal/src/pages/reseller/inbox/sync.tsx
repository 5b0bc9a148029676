import { ResellerHealthFiguresDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { Failure, Partly } from '../../../ui/failure.tsx';
import { ForWhom } from '../../../ui/for-whom.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { Health } from './health.tsx';
import { Inbox } from './inbox.tsx';

const WORDS = defineWords({ health: 'Health' }, { health: 'Zustand' });

/** A reseller's sync: how it fares, and what was refused. One forbidden state for who may see neither. */
export function Sync({ resellerId }: { readonly resellerId: string }) {
  const words = useWords(WORDS);
  const asked = useAsk(ResellerHealthFiguresDocument, { id: resellerId });
  const found = asked.data?.data.tenantReseller;
  const errors = asked.data?.errors ?? [];
  if (found == null) {
    if (asked.error) return <Failure failure={asked.error} onAgain={() => asked.refetch()} />;
    return asked.data === undefined ? <Skeleton lines={8} /> : <Partly errors={errors} />;
  }
  return (
    <ForWhom value={found.syncHealth} errors={errors}>
      {(health) => (
        <>
          <section className="card" aria-labelledby="sync-health">
            <div className="card-head">
              <h2 id="sync-health">{words.health}</h2>
            </div>
            <Health health={health} />
          </section>
          <Inbox resellerId={resellerId} />
        </>
      )}
    </ForWhom>
  );
}
