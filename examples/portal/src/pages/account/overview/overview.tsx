import { Failure } from '../../../ui/failure.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/words.ts';
import { Entry } from './entry.tsx';
import { FIELD_GROUPS, GROUP_WORDS } from './groups.ts';
import { useAccountFields } from './use-account-fields.ts';
import { VALUES } from './values.tsx';

/** All fields of the account, and which of them are locked. */
export function Overview() {
  const groups = useWords(GROUP_WORDS);
  const { account, failure, again } = useAccountFields();
  if (account === null) {
    return failure ? <Failure failure={failure} onAgain={again} /> : <Skeleton lines={10} />;
  }
  return (
    <div className="field-groups">
      {FIELD_GROUPS.map(({ group, fields }) => (
        <section key={group} className="card field-group" aria-label={groups[group]}>
          <h2>{groups[group]}</h2>
          <dl className="entries">
            {fields.map((field) => {
              const Value = VALUES[field];
              return (
                <Entry key={field} field={field}>
                  <Value account={account} />
                </Entry>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
