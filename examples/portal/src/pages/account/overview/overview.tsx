import { Failure } from '../../../ui/failure.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Entry, SoleEntry } from './entry.tsx';
import { useFieldGroups } from './groups.ts';
import { useAccountFields } from './use-account-fields.ts';
import { VALUES } from './values.tsx';

/** All fields of the account, and which of them are locked. */
export function Overview() {
  const groups = useFieldGroups();
  const { account, failure, again } = useAccountFields();
  if (account === null) {
    return failure ? <Failure failure={failure} onAgain={again} /> : <Skeleton lines={10} />;
  }
  return (
    <div className="field-groups">
      {groups.map(({ group, title, fields }) => (
        <section key={group} className="card field-group" data-group={group}>
          {title === null ? (
            fields.map((field) => {
              const Value = VALUES[field];
              return (
                <SoleEntry key={field} field={field}>
                  <Value account={account} />
                </SoleEntry>
              );
            })
          ) : (
            <>
              <h2>{title}</h2>
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
            </>
          )}
        </section>
      ))}
    </div>
  );
}
