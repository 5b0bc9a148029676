import type { AccountFieldsFragment } from '../../../api/generated.ts';
import type { Refusals } from '../../../api/refusals.ts';
import type { Label } from '../../../state/policy-words.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { Entry } from '../overview/entry.tsx';
import { useFieldGroups } from '../overview/groups.ts';
import { VALUES } from '../overview/values.tsx';
import { CONTROLS } from './controls.tsx';
import type { Draft } from './draft.ts';
import type { Edit } from './use-edit.ts';

const WORDS = defineWords(
  { locked: 'It was locked while you were typing. What you typed is not saved.' },
  { locked: 'Es wurde gesperrt, während Sie tippten. Was Sie eingegeben haben, wird nicht gespeichert.' },
);

interface EditFieldsProps {
  readonly edit: Edit;
  readonly latest: AccountFieldsFragment;
  readonly refused: Refusals['at'];
  readonly words: (...path: readonly string[]) => Label;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** The groups of the overview, with a control for each field that may be changed. */
export function EditFields({ edit, latest, refused, words, onChange }: EditFieldsProps) {
  const groups = useFieldGroups();
  const { locked } = useWords(WORDS);
  const { lock } = useAccount();
  const controls = new Map(Object.entries(CONTROLS));
  const typed = new Set<string>(edit.typed);
  return (
    <div className="edit-groups">
      {groups.map(({ group, title, fields }) => (
        <section key={group} className="edit-group">
          {title !== null && <h3>{title}</h3>}
          <div className="edit-fields">
            {fields.map((field) => {
              const Control = controls.get(field);
              const reason = lock(field);
              const isTyped = typed.has(field);
              const Value = VALUES[field];
              return Control === undefined || (reason !== null && !isTyped) ? (
                <dl key={field}>
                  <Entry field={field}>
                    <Value account={latest} />
                  </Entry>
                </dl>
              ) : (
                <div key={field} className="edit-field" data-field={field}>
                  <Control
                    account={latest}
                    draft={edit.draft}
                    change={onChange}
                    refused={refused}
                    words={words}
                    lock={reason}
                  />
                  {reason !== null && <Notice tone="warn">{locked}</Notice>}
                </div>
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}
