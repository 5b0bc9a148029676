import { ScrollText } from 'lucide-react';
import { AuditDocument, type AuditLineFragment } from '../../../api/generated.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Endless } from '../../../ui/endless.tsx';
import { useMoments } from '../../../words/moments.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { Forbidden } from '../parts/forbidden.tsx';
import { Part } from '../parts/part.tsx';
import { groupsOf } from './changes.ts';
import { AuditEntry } from './entry.tsx';
import { NamesProvider, useNames } from './names.tsx';

const WORDS = defineWords(
  {
    title: 'Changes',
    help: 'Who changed what to what, as the database itself recorded it.',
    none: 'No changes are recorded',
    by: 'by {actor}',
    outside: 'Not through this API, by the login {login}',
  },
  {
    title: 'Änderungen',
    help: 'Wer was in was geändert hat, wie es die Datenbank selbst festgehalten hat.',
    none: 'Keine Änderungen festgehalten',
    by: 'von {actor}',
    outside: 'Nicht über diese API, mit dem Login {login}',
  },
);

export function Audit() {
  const words = useWords(WORDS);
  const { account } = useAccount();
  return (
    <Part title={words.title}>
      <p className="muted">{words.help}</p>
      <NamesProvider>
        <Endless
          document={AuditDocument}
          variables={{ id: account.id }}
          connection={(data) => data.account?.audit ?? null}
          label={words.title}
          empty={<Empty title={words.none} icon={ScrollText} />}
          forbidden={<Forbidden />}
        >
          {(entries) => groupsOf(entries).map((group) => <Call key={group[0]?.id} entries={group} />)}
        </Endless>
      </NamesProvider>
    </Part>
  );
}

/** What one call wrote. */
function Call({ entries }: { readonly entries: readonly AuditLineFragment[] }) {
  const words = useWords(WORDS);
  const names = useNames();
  const { day, exactTime } = useMoments();
  const [first] = entries;
  if (first === undefined) return null;
  const { at, actor, mutation, login } = first;
  return (
    <li className="card call">
      <div className="item-head">
        <h3>{mutation === null ? fill(words.outside, { login }) : names.mutation(mutation)}</h3>
        {actor !== null && <span className="muted">{fill(words.by, { actor })}</span>}
        <time className="muted small" dateTime={at}>
          {day(at)}, {exactTime(at)}
        </time>
      </div>
      {entries.map((entry) => (
        <AuditEntry key={entry.id} entry={entry} />
      ))}
    </li>
  );
}
