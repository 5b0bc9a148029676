import { CircleDot, History as HistoryIcon } from 'lucide-react';
import { HistoryDocument, type HistoryQuery } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Endless } from '../../../ui/endless.tsx';
import { useMoments } from '../../../words/moments.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { Forbidden } from '../parts/forbidden.tsx';
import { Part } from '../parts/part.tsx';
import { KIND_ICONS } from './kind-icons.ts';

const WORDS = defineWords(
  { title: 'History', none: 'Nothing has happened yet', by: 'by {actor}' },
  { title: 'Verlauf', none: 'Noch ist nichts geschehen', by: 'von {actor}' },
);

export function History() {
  const words = useWords(WORDS);
  const { account } = useAccount();
  return (
    <Part title={words.title}>
      <div className="card timeline">
        <Endless
          document={HistoryDocument}
          variables={{ id: account.id }}
          connection={(data) => data.account?.history ?? null}
          label={words.title}
          empty={<Empty title={words.none} icon={HistoryIcon} />}
          forbidden={<Forbidden />}
        >
          {(entries, before) => <Entries entries={entries} before={before} />}
        </Endless>
      </div>
    </Part>
  );
}

type Entry = NonNullable<NonNullable<HistoryQuery['account']>['history']>['edges'][number]['node'];

interface EntriesProps {
  readonly entries: readonly Entry[];
  /** What stands above the first of them. */
  readonly before: Entry | null;
}

/** A day is told once, above the first of its lines. */
function Entries({ entries, before }: EntriesProps) {
  const { day } = useMoments();
  return entries.map((entry, index) => {
    const above = index === 0 ? before : entries[index - 1];
    const isFirstOfDay = !above || day(above.at) !== day(entry.at);
    return <Line key={entry.id} entry={entry} day={isFirstOfDay ? day(entry.at) : null} />;
  });
}

function Line({ entry, day }: { readonly entry: Entry; readonly day: string | null }) {
  const words = useWords(WORDS);
  const { value } = usePolicyWords();
  const { time } = useMoments();
  const Icon = KIND_ICONS[entry.kind] ?? CircleDot;
  return (
    <li className="moment">
      {day !== null && <h3 className="moment-day">{day}</h3>}
      <span className="moment-icon">
        <Icon className="icon" aria-hidden />
      </span>
      <div className="moment-text">
        <p className="moment-kind small muted">
          {value('AccountHistoryKind', entry.kind).label} · <time dateTime={entry.at}>{time(entry.at)}</time>
        </p>
        <p className="moment-said">{entry.text}</p>
        <p className="small muted">{fill(words.by, { actor: entry.actor })}</p>
      </div>
    </li>
  );
}
