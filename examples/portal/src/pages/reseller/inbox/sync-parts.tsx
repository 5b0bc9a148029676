import type { ResellerHealthFragment } from '../../../api/generated.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { Health } from './health.tsx';
import { Inbox } from './inbox.tsx';

const WORDS = defineWords({ health: 'Health' }, { health: 'Zustand' });

interface SyncPartsProps {
  readonly resellerId: string;
  readonly health: ResellerHealthFragment;
}

export function SyncParts({ resellerId, health }: SyncPartsProps) {
  const words = useWords(WORDS);
  return (
    <>
      <section className="card" aria-labelledby="sync-health">
        <div className="card-head">
          <h2 id="sync-health">{words.health}</h2>
        </div>
        <Health health={health} />
      </section>
      <Inbox resellerId={resellerId} />
    </>
  );
}
