import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { AuditLineFragment } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { type Change, changesOf } from './changes.ts';
import { useNames } from './names.tsx';
import { Value } from './value.tsx';

const WORDS = defineWords(
  {
    before: 'Before',
    after: 'After',
    values: 'Show its {count} values',
  },
  {
    before: 'Vorher',
    after: 'Nachher',
    values: 'Die {count} Werte anzeigen',
  },
);

/** One row that was added, changed or removed, column by column. */
export function AuditEntry({ entry }: { readonly entry: AuditLineFragment }) {
  const words = useWords(WORDS);
  const { value } = usePolicyWords();
  const { count } = useFormats();
  const names = useNames();
  const [isUnfolded, setUnfolded] = useState(false);
  const changes = changesOf(entry.before, entry.after);
  // Of a row that was added or removed there is one side, and much of it.
  const sides = { hasBefore: entry.before !== null, hasAfter: entry.after !== null };
  const isWholeRow = !sides.hasBefore || !sides.hasAfter;
  return (
    <div className="audit-entry">
      <h4>
        {names.record(entry.record)} · {value('AuditOperation', entry.operation).label}
      </h4>
      {isWholeRow ? (
        <details onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary>{fill(words.values, { count: count(changes.length) })}</summary>
          {isUnfolded && <Changes changes={changes} {...sides} />}
        </details>
      ) : (
        <Changes changes={changes} {...sides} />
      )}
    </div>
  );
}

interface ChangesProps {
  readonly changes: readonly Change[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

function Changes({ changes, hasBefore, hasAfter }: ChangesProps) {
  const words = useWords(WORDS);
  const names = useNames();
  return (
    <dl className={hasBefore && hasAfter ? 'changes' : 'changes changes-whole'}>
      {changes.map(({ column, before, after }) => (
        <div key={column} className="change">
          <dt>{names.column(column)}</dt>
          <dd>
            {hasBefore && (
              <span className="change-before">
                <span className="visually-hidden">{words.before}: </span>
                <Value value={before} />
              </span>
            )}
            {hasBefore && hasAfter && <ArrowRight className="icon muted" aria-hidden />}
            {hasAfter && (
              <span className="change-after">
                <span className="visually-hidden">{words.after}: </span>
                <Value value={after} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
