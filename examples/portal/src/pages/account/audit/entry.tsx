import { ArrowRight } from 'lucide-react';
import type { AuditLineFragment } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { type Change, changesOf } from './changes.ts';
import { useColumnName, useRecordName } from './names.ts';
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
  const recordName = useRecordName();
  const changes = changesOf(entry.before, entry.after);
  const isWholeRow = entry.before === null || entry.after === null;
  return (
    <div className="audit-entry">
      <h4>
        {recordName(entry.record)} · {value('AuditOperation', entry.operation).label}
      </h4>
      {isWholeRow ? (
        <details>
          <summary>{fill(words.values, { count: count(changes.length) })}</summary>
          <Changes changes={changes} />
        </details>
      ) : (
        <Changes changes={changes} />
      )}
    </div>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const words = useWords(WORDS);
  const columnName = useColumnName();
  return (
    <dl className="changes">
      {changes.map(({ column, before, after }) => (
        <div key={column} className="change">
          <dt>{columnName(column)}</dt>
          <dd>
            <span className="change-before">
              <span className="visually-hidden">{words.before}: </span>
              <Value value={before} />
            </span>
            <ArrowRight className="icon muted" aria-hidden />
            <span className="change-after">
              <span className="visually-hidden">{words.after}: </span>
              <Value value={after} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
