import { CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { ResellerInboxDocument } from '../../../api/generated.ts';
import { usePages } from '../../../api/use-pages.ts';
import { Empty } from '../../../ui/empty.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { ListState } from '../../resellers/list-state.tsx';
import { Problem } from './problem.tsx';

const WORDS = defineWords(
  {
    title: 'Sync inbox',
    lead: 'What was sent and refused, and is not to be sent again as it is.',
    which: 'Which',
    open: 'Open',
    closed: 'Closed',
    all: 'All',
    none: {
      open: { title: 'All is well', help: 'Nothing that was refused is open. What comes shows here by itself.' },
      closed: { title: 'Nothing was closed', help: 'What was refused and taken since stays here for 90 days.' },
      all: { title: 'All is well', help: 'Nothing was refused. What comes shows here by itself.' },
    },
  },
  {
    title: 'Eingang der Synchronisation',
    lead: 'Was gesendet und abgelehnt wurde und so nicht noch einmal zu senden ist.',
    which: 'Welche',
    open: 'Offen',
    closed: 'Erledigt',
    all: 'Alle',
    none: {
      open: { title: 'Alles in Ordnung', help: 'Nichts Abgelehntes ist offen. Was kommt, erscheint hier von selbst.' },
      closed: {
        title: 'Nichts wurde erledigt',
        help: 'Was abgelehnt und seitdem angenommen wurde, bleibt 90 Tage lang hier.',
      },
      all: { title: 'Alles in Ordnung', help: 'Nichts wurde abgelehnt. Was kommt, erscheint hier von selbst.' },
    },
  },
);

const CHOICES = { open: true, closed: false, all: null } as const;
type Choice = keyof typeof CHOICES;

/** What a sync sent and was refused. It is asked again as long as it is looked at, as everything is. */
export function Inbox({ resellerId }: { readonly resellerId: string }) {
  const words = useWords(WORDS);
  const [choice, setChoice] = useState<Choice>('open');
  const pages = usePages(
    ResellerInboxDocument,
    { id: resellerId, open: CHOICES[choice] },
    (data) => data.tenantReseller?.syncProblems,
  );
  return (
    <section className="card stack" aria-labelledby="sync-inbox">
      <div className="card-head card-head-flush">
        <div>
          <h2 id="sync-inbox">{words.title}</h2>
          <p className="muted small">{words.lead}</p>
        </div>
        <ToggleButtonGroup
          className="segments"
          aria-label={words.which}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[choice]}
          onSelectionChange={(keys) => setChoice([...keys][0] as Choice)}
        >
          {(Object.keys(CHOICES) as Choice[]).map((one) => (
            <ToggleButton key={one} id={one} className="segment">
              {words[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <ListState
        pages={pages}
        empty={
          <Empty title={words.none[choice].title} icon={CircleCheckBig}>
            <p>{words.none[choice].help}</p>
          </Empty>
        }
      >
        <ul className="problems">
          {pages.nodes.map((problem) => (
            <Problem
              key={`${problem.sourceAccountId} ${problem.sourceSubscriptionId ?? ''} ${problem.firstSeenAt}`}
              problem={problem}
            />
          ))}
        </ul>
      </ListState>
    </section>
  );
}
