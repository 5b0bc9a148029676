import { useEffect, useRef } from 'react';
import type { UpdateAccountMutation } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { usePlainText } from './plain-text.ts';

const WORDS = defineWords(
  { none: 'Nothing would change.', some: 'This would be saved:', becomes: 'becomes' },
  { none: 'Es würde sich nichts ändern.', some: 'Das würde gespeichert:', becomes: 'wird' },
);

export type Changes = NonNullable<UpdateAccountMutation['updateAccount']>['changes'];

interface ChangesListProps {
  readonly changes: Changes;
  /** What people call the records that ids stand for. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a dry run came to, in plain words. */
export function ChangesList({ changes, names }: ChangesListProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const textOf = usePlainText(names);
  const place = useRef<HTMLDivElement>(null);
  // Below a long form it would not be seen.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="changes-place">
      <Notice tone="good">
        <strong>{changes.length === 0 ? words.none : words.some}</strong>
        {changes.length > 0 && (
          <ul className="what-changes">
            {changes.map(({ field, before, after }) => (
              <li key={field}>
                {field !== null && <strong>{policy.field(field).label}</strong>}{' '}
                <span className="muted">{textOf(before, after)}</span> {words.becomes}{' '}
                <span>{textOf(after, before)}</span>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
