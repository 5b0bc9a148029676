import type { Inbox } from '../api/inboxes.ts';
import { asksNothing, type Field } from '../api/introspection.ts';
import { selectionOf } from '../api/selection.ts';
import { contentOf, hasId, recordQuery, titleOf } from '../api/shape.ts';
import { linkTo } from '../state/route.ts';
import { useAnswer, useTool, useWords } from '../state/tool.ts';
import { Listing } from '../ui/listing.tsx';
import { Empty, Failure, Loading } from '../ui/notice.tsx';
import { Value } from '../ui/value.tsx';
import { Heading, plain } from './heading.tsx';

/** What was refused of others' calls, by whose they were. */
export function InboxPage() {
  const { catalogue } = useTool();
  const { words } = useWords();
  const { inboxes } = catalogue;
  return (
    <>
      <Heading title={words.inbox} kicker={words.rules} schemaLead={inboxes[0]?.refusals.description} />
      {inboxes.length === 0 && <Empty icon="lock" title={words.notForYou} />}
      {inboxes.map((inbox) => (
        <Owners key={`${inbox.list.name}.${inbox.refusals.name}`} inbox={inbox} />
      ))}
    </>
  );
}

type Owner = Readonly<Record<string, unknown>> & { readonly id: string };
const MOST = 50;

function Owners({ inbox: { list, owner, refusals } }: { readonly inbox: Inbox }) {
  const { catalogue, signOut } = useTool();
  const { words } = useWords();
  const { schema } = catalogue;
  const title = titleOf(schema, owner);
  // What a record tells of itself as a whole, beside its lists.
  const sums = (owner.fields ?? []).filter((field) => {
    const content = contentOf(schema, field);
    return content.kind === 'object' && asksNothing(field) && !hasId(content.type);
  });
  const asked = useAnswer<Record<string, { readonly edges: readonly { readonly node: Owner }[] }>>(
    `query Owners($first: Int!) { ${list.name}(first: $first) { edges { node { id ${title ?? ''} ${sums.map((sum) => `${sum.name} ${below(sum)}`).join(' ')} } } } }`,
    { first: MOST },
  );
  const reads = recordQuery(schema, owner.name);
  if (asked.state === 'loading') return <Loading />;
  if (asked.state === 'failed') return <Failure failure={asked.failure} again={asked.again} signOut={signOut} />;
  const owners = asked.data[list.name]?.edges.map(({ node }) => node) ?? [];
  if (owners.length === 0 || reads === null) return <Empty icon="inbox" title={words.nothing} />;
  return owners.map((one) => (
    <section key={one.id} className="section" aria-labelledby={`owner-${one.id}`}>
      <h2 id={`owner-${one.id}`}>
        <a href={linkTo(['record', reads.name, one.id])}>{String((title === null ? null : one[title]) ?? one.id)}</a>
      </h2>
      <Sums fields={sums} record={one} />
      <Listing field={refusals} base={{ query: reads, id: one.id }} />
    </section>
  ));

  function below(sum: Field): string {
    const content = contentOf(schema, sum);
    return content.kind === 'object' ? selectionOf(schema, content.type, 0) : '';
  }
}

/** The values that a record tells of itself as a whole, beside each other. */
function Sums({ fields, record }: { readonly fields: readonly Field[]; readonly record: Owner }) {
  const { catalogue } = useTool();
  const parts = fields.flatMap((field) => {
    const content = contentOf(catalogue.schema, field);
    const sum = record[field.name] as Readonly<Record<string, unknown>> | null | undefined;
    if (content.kind !== 'object' || sum === null || sum === undefined) return [];
    return (content.type.fields ?? [])
      .filter((part) => part.name in sum && contentOf(catalogue.schema, part).kind === 'leaf')
      .map((part) => ({ part, type: content.type, value: sum[part.name] }));
  });
  if (parts.length === 0) return null;
  return (
    <dl className="sums">
      {parts.map(({ part, type, value }) => (
        <div key={`${type.name}.${part.name}`} title={plain(part.description)}>
          <dt>{catalogue.fieldLabel(type, part)}</dt>
          <dd>
            <Value field={part} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
