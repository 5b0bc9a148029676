import type { AccountFieldsFragment } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { VALUES } from '../overview/values.tsx';
import { asAccount } from './as-account.ts';
import { changedFields, type DraftField } from './draft.ts';
import type { Edit } from './use-edit.ts';

const WORDS = defineWords(
  {
    title: 'Somebody else has changed this account meanwhile.',
    kept: 'What you have typed is still here.',
    elsewhere: 'None of what can be edited here is different.',
    theirs: 'Theirs',
    yours: 'Yours',
    save: 'Save over the newer state',
    take: 'Take theirs',
  },
  {
    title: 'Jemand anderes hat dieses Konto inzwischen geändert.',
    kept: 'Was Sie eingegeben haben, steht noch hier.',
    elsewhere: 'Von dem, was hier zu bearbeiten ist, ist nichts anders.',
    theirs: 'Dort',
    yours: 'Ihres',
    save: 'Über den neueren Stand speichern',
    take: 'Deren Werte nehmen',
  },
);

interface RaceNoticeProps {
  readonly edit: Edit;
  readonly latest: AccountFieldsFragment;
  readonly onSaveOver: () => void;
  readonly onTakeTheirs: () => void;
}

/** What others changed since the edit began, beside what was typed, and the two ways on. */
export function RaceNotice({ edit, latest, onSaveOver, onTakeTheirs }: RaceNoticeProps) {
  const words = useWords(WORDS);
  const { began, draft, now, typed } = edit;
  const changed = changedFields(began, now);
  const theirs = asAccount(latest, began, now);
  const yours = asAccount(latest, began, draft);
  return (
    <Notice tone="warn">
      <strong>{words.title}</strong>
      <p>{changed.length === 0 ? words.elsewhere : words.kept}</p>
      {changed.length > 0 && (
        <ul className="race">
          {changed.map((field) => (
            <li key={field}>
              <Sides field={field} theirs={theirs} yours={typed.some((one) => one === field) ? yours : null} />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button onPress={onSaveOver}>{words.save}</Button>
        <Button onPress={onTakeTheirs}>{words.take}</Button>
      </div>
    </Notice>
  );
}

interface SidesProps {
  readonly field: DraftField;
  readonly theirs: AccountFieldsFragment;
  /** None, where one has not typed anything. */
  readonly yours: AccountFieldsFragment | null;
}

function Sides({ field, theirs, yours }: SidesProps) {
  const words = useWords(WORDS);
  const { label } = usePolicyWords().field(field);
  const Value = VALUES[field];
  return (
    <>
      <strong>{label}</strong>
      <div className="sides">
        <div>
          <span className="small muted">{words.theirs}</span>
          <Value account={theirs} />
        </div>
        {yours !== null && (
          <div>
            <span className="small muted">{words.yours}</span>
            <Value account={yours} />
          </div>
        )}
      </div>
    </>
  );
}
