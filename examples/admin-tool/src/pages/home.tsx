import { contentOf } from '../api/shape.ts';
import { linkTo } from '../state/route.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import { RecordName } from '../ui/value.tsx';
import { Heading, plain } from './heading.tsx';

/** Who asks, and what there is for them. */
export function HomePage() {
  const { catalogue } = useTool();
  const { words } = useWords();
  const { schema, viewer, open, policy } = catalogue;
  const kind = catalogue.enumValue('AccountViewerKind', viewer.kind);
  const own = policy.mutations.filter((mutation) => catalogue.mayCall(mutation));
  const reseller = schema.types.get('AccountViewer')?.fields?.find(({ name }) => name === 'tenantReseller');
  const content = reseller === undefined ? null : contentOf(schema, reseller);
  return (
    <>
      <Heading title={words.overview} kicker={words.title} lead={words.signInLead} />
      <section className="card you" aria-label={words.you}>
        <dl className="facts">
          <div>
            <dt>{words.you}</dt>
            <dd>
              <strong>{kind.label}</strong> <code className="id">{viewer.id}</code>
              <p className="muted">{kind.help}</p>
            </dd>
          </div>
          {viewer.tenantReseller !== null && content?.kind === 'object' && (
            <div>
              <dt>{reseller === undefined ? '' : catalogue.fieldLabel(content.type, reseller)}</dt>
              <dd>
                <RecordName type={content.type} record={{ ...viewer.tenantReseller }} />
              </dd>
            </div>
          )}
          <div>
            <dt>{words.groups}</dt>
            <dd>{viewer.groups.length === 0 ? words.none : viewer.groups.join(', ')}</dd>
          </div>
          <div>
            <dt>{words.powers}</dt>
            <dd>
              <ul className="chips">
                {viewer.powers.map((power) => {
                  const { label, help } = catalogue.enumValue('MutationGuard', power);
                  return (
                    <li key={power} className="badge" title={help}>
                      {label}
                    </li>
                  );
                })}
              </ul>
            </dd>
          </div>
        </dl>
      </section>
      <ul className="tiles">
        {open.map((field) => (
          <li key={field.name}>
            <a className="tile" href={linkTo(['list', field.name])}>
              <Icon name="table" />
              <strong>{catalogue.queryLabel(field)}</strong>
              <span className="muted" lang="en">
                {plain(field.description)}
              </span>
            </a>
          </li>
        ))}
        <li>
          <a className="tile" href={linkTo(['mutations'])}>
            <Icon name="pen" />
            <strong>
              {words.mutations} · {own.length}
            </strong>
            <span className="muted">{own.map(({ label }) => label).join(' · ')}</span>
          </a>
        </li>
      </ul>
    </>
  );
}
