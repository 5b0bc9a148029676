import { accountPathOf } from '../api/mutations-for.ts';
import { holding, type Standing } from '../api/policy.ts';
import { linkTo } from '../state/route.ts';
import { useTool, useWords } from '../state/tool.ts';
import { ActionLink } from './data-table.tsx';
import { Icon } from './icons.tsx';
import { Notice } from './notice.tsx';
import { useFactWords } from './sentences.tsx';

/** What may be done to an account, by whom it is asked: each action with its mutations, and why it is denied. */
export function Permissions({ id, standing }: { readonly id: string; readonly standing: Standing }) {
  const { words } = useWords();
  const permissions = standing.actionPermissions ?? [];
  const groups = [
    { title: words.allowed, members: permissions.filter(({ allowed }) => allowed) },
    { title: words.denied, members: permissions.filter(({ allowed }) => !allowed) },
  ].filter(({ members }) => members.length > 0);
  return (
    <aside className="permissions" aria-labelledby="permissions">
      <h2 id="permissions">{words.permissions}</h2>
      {permissions.length === 0 && <p className="muted">{words.none}</p>}
      {groups.map(({ title, members }) => (
        <section key={title} aria-label={title}>
          <p className="actions-title">
            {title} · {members.length}
          </p>
          <ul className="actions">
            {members.map((permission) => (
              <Permission key={permission.action} id={id} permission={permission} />
            ))}
          </ul>
        </section>
      ))}
      <Facts standing={standing} />
    </aside>
  );
}

type ActionPermission = NonNullable<Standing['actionPermissions']>[number];

function Permission({
  id,
  permission: { action, allowed, message },
}: {
  readonly id: string;
  readonly permission: ActionPermission;
}) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const mutations = catalogue.policy.mutations.filter((one) => one.action === action);
  return (
    <li className={allowed ? 'is-allowed' : 'is-denied'}>
      <p className="action-name">
        <Icon name={allowed ? 'check' : 'lock'} />
        <span>{catalogue.action(action)?.label ?? action}</span>
        <span className="unseen">: {allowed ? words.allowed : words.denied}</span>
      </p>
      {!allowed && message !== null && <p className="action-reason">{message}</p>}
      {mutations.length > 0 && (
        <div className="row">
          {mutations.map((mutation) => (
            <ActionLink
              key={mutation.mutation}
              isSmall
              label={mutation.label}
              denied={allowed ? null : (message ?? words.denied)}
              href={linkTo(['do', mutation.mutation], { [accountPathOf(mutation)?.join('.') ?? '']: id })}
            />
          ))}
        </div>
      )}
    </li>
  );
}

/** The facts that decide, and whether the conditions of the policy give with them what the server says. */
function Facts({ standing }: { readonly standing: Standing }) {
  const { words } = useWords();
  const fact = useFactWords();
  const differences = useDifferences(standing);
  if (standing.policyFacts.length === 0) return null;
  return (
    <details className="facts-more">
      <summary>{words.facts}</summary>
      <p className="muted">{words.factsHelp}</p>
      <dl className="facts">
        {standing.policyFacts.map(({ fact: name, value }) => (
          <div key={name}>
            <dt>{fact.name(name)}</dt>
            <dd>{fact.value(name, value)}</dd>
          </div>
        ))}
      </dl>
      {differences.length === 0 ? (
        <Notice tone="good">{words.agrees}</Notice>
      ) : (
        <Notice tone="warn">
          {words.disagrees} {differences.join(', ')}
        </Notice>
      )}
    </details>
  );
}

/** Where a prediction from conditions and facts is not what the server says. */
function useDifferences({ policyFacts, actionPermissions, fieldLocks }: Standing): readonly string[] {
  const { actions, fields } = useTool().catalogue.policy;
  if (actionPermissions === null || fieldLocks === null) return [];
  const wrongActions = actions.filter(({ action, conditions }) => {
    const told = actionPermissions.find((one) => one.action === action)?.reasons ?? [];
    const predicted = new Set(holding(conditions, policyFacts).map(({ reason }) => reason));
    return predicted.size !== told.length || told.some((reason) => !predicted.has(reason));
  });
  const wrongFields = fields.filter(({ field, conditions }) => {
    const [first] = holding(conditions, policyFacts);
    return first?.reason !== fieldLocks.find((one) => one.field === field)?.reason;
  });
  return [...wrongActions, ...wrongFields].map(({ label }) => label);
}
