import type { AccountAction as Action } from '../../../api/generated.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { AccountAction } from '../account-action.tsx';
import { ACTIONS, type ActionGroup } from '../actions.tsx';

const WORDS = defineWords(
  {
    title: 'Actions',
    groups: { account: 'The account', records: 'Records', selling: 'Selling', billing: 'Billing' },
  },
  {
    title: 'Aktionen',
    groups: { account: 'Das Konto', records: 'Datensätze', selling: 'Verkauf', billing: 'Abrechnung' },
  },
);

/** All that can be done to an account, whether this caller may do it or not. */
export function ActionBar() {
  const { title, groups } = useWords(WORDS);
  const actions = Object.entries(ACTIONS) as [Action, (typeof ACTIONS)[Action]][];
  return (
    <section className="card action-bar" aria-label={title}>
      {(Object.keys(groups) as ActionGroup[]).map((group) => (
        <fieldset key={group} className="action-group" aria-label={groups[group]}>
          <span className="action-group-name" aria-hidden>
            {groups[group]}
          </span>
          <div className="action-buttons">
            {actions
              .filter(([, parts]) => parts.group === group)
              .map(([action, { tone }]) => (
                <AccountAction key={action} action={action} {...(tone === undefined ? {} : { tone })} />
              ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
