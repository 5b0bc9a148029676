import { ask, type Caller } from '../api/ask.ts';
import { type Inbox, inboxesOf } from '../api/inboxes.ts';
import { type Field, INTROSPECTION, isRequired, type Schema, schemaFrom } from '../api/introspection.ts';
import { POLICY, type Policy, VIEWER, type Viewer } from '../api/policy.ts';
import { browsable, contentOf } from '../api/shape.ts';
import { Catalogue } from './catalogue.ts';

type Introspected = Parameters<typeof schemaFrom>[0];

/** Reads the schema, then what the rules say and which lists tell this caller something. */
export async function loadCatalogue(caller: Caller, signal: AbortSignal): Promise<Catalogue> {
  const schema = schemaFrom((await ask<Introspected>(caller, INTROSPECTION, {}, signal)).data);
  const fields = browsable(schema).filter(({ type }) => !isRequired(type));
  const inboxes = inboxesOf(schema, fields);
  const [policy, told] = await Promise.all([
    ask<{ accountPolicy: Policy }>(caller, POLICY, { locale: caller.locale }, signal),
    ask<Told>(caller, probeOf(schema, fields, inboxes), {}, signal),
  ]);
  const { accountViewer, ...answers } = told.data;
  return new Catalogue(
    schema,
    policy.data.accountPolicy,
    accountViewer,
    fields.filter(({ name }) => answers[name] != null),
    inboxes.filter(({ list, refusals }) =>
      answers[list.name]?.edges?.some(({ node }) => node?.[refusals.name] != null),
    ),
  );
}

type Told = { readonly accountViewer: Viewer } & Readonly<
  Record<string, { readonly edges?: readonly { readonly node?: Readonly<Record<string, unknown>> }[] } | null>
>;

/** Who asks, and of each list whether it is there for the caller: what is not is null or an error. */
function probeOf(schema: Schema, fields: readonly Field[], inboxes: readonly Inbox[]): string {
  const probes = fields
    .filter(({ name }) => !VIEWER.startsWith(`${name} `))
    .map((field) => {
      const args = field.args.some(({ name }) => name === 'first') ? '(first: 1)' : '';
      const inbox = inboxes.find(({ list }) => list === field);
      const below = inbox === undefined ? '' : ` node { ${inbox.refusals.name}(first: 1) { edges { cursor } } }`;
      return `${field.name}${args} { ${contentOf(schema, field).kind === 'connection' ? `edges { cursor${below} }` : '__typename'} }`;
    });
  return `query Probe { ${VIEWER} ${probes.join(' ')} }`;
}
