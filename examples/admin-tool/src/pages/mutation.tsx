import { useCallback, useEffect, useRef, useState } from 'react';
import { ENTITY, expectedField, IDEMPOTENCY_KEY } from '../api/conventions.ts';
import { accountPathOf } from '../api/mutations-for.ts';
import type { MutationPolicy } from '../api/policy.ts';
import { type RecordAnswer, readRecord, recordOf } from '../api/record-query.ts';
import { recordQuery } from '../api/shape.ts';
import { at, filled, named, withValue } from '../form/draft.ts';
import { shapeOf } from '../form/json-schema.ts';
import { MutationForm } from '../form/mutation-form.tsx';
import { linkTo } from '../state/route.ts';
import { recall } from '../state/seen-records.ts';
import { useAnswer, useTool, useWords } from '../state/tool.ts';
import { Notice } from '../ui/notice.tsx';
import { RecordName } from '../ui/value.tsx';
import { Heading, NothingHere } from './heading.tsx';

/** A mutation: what it does, whom and what it is for, and its form. */
export function MutationPage({ name, params }: { readonly name: string; readonly params: URLSearchParams }) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const mutation = catalogue.mutation(name);
  if (mutation === null) return <NothingHere icon="info" title={words.nothing} />;
  return <MutationView mutation={mutation} params={params} />;
}

function MutationView({ mutation, params }: { readonly mutation: MutationPolicy; readonly params: URLSearchParams }) {
  const { catalogue } = useTool();
  const { words, fill } = useWords();
  const { schema } = catalogue;
  const [draft, setDraft] = useState<unknown>(() => beginningOf(mutation, params));
  const accountPath = accountPathOf(mutation);
  const account = useAccount(accountPath === null ? undefined : at(draft, accountPath));
  const { record, standing } = account;
  const current = record === null ? {} : currentValues(mutation, record, catalogue.policy.fields);
  const permission = standing?.actionPermissions?.find(({ action }) => action === mutation.action);
  const mayCall = catalogue.mayCall(mutation);
  const type = schema.types.get(ENTITY);
  useExpected(mutation, record, setDraft);
  const settled = useCallback(() => {
    account.again();
    // The next one is another call, not this one again.
    setDraft((before: unknown) =>
      at(before, [IDEMPOTENCY_KEY]) === undefined ? before : withValue(before, [IDEMPOTENCY_KEY], crypto.randomUUID()),
    );
  }, [account.again]);
  return (
    <>
      <Heading title={mutation.label} kicker={words.mutations} lead={mutation.help} />
      {!mayCall && (
        <Notice tone="warn" icon="lock">
          <strong>{words.notForYou}</strong>{' '}
          {fill(words.notYourMutation, {
            callers: mutation.callers.map((kind) => catalogue.enumValue('AccountViewerKind', kind).label).join(', '),
          })}
        </Notice>
      )}
      {record !== null && type !== undefined && (
        <p className="on">
          {words.on} <RecordName type={type} record={record} />
        </p>
      )}
      {permission !== undefined && !permission.allowed && (
        <Notice tone="warn" icon="lock">
          <strong>{words.deniedHere}.</strong> {permission.message} <span className="muted">{words.deniedStill}</span>
        </Notice>
      )}
      <MutationForm
        mutation={mutation}
        draft={draft}
        setDraft={setDraft}
        current={current}
        locks={standing?.fieldLocks ?? []}
        settled={settled}
      />
      <p className="fine">
        <code>{mutation.mutation}</code> · <a href={linkTo(['policy', 'mutations'])}>{words.policy}</a>
      </p>
    </>
  );
}

const WHOLE_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The account that is acted on, once its id is whole: as it is now, and what the rules say of it. */
function useAccount(id: unknown) {
  const { schema } = useTool().catalogue;
  const query = recordQuery(schema, ENTITY);
  const isWhole = typeof id === 'string' && WHOLE_ID.test(id);
  const asked = useAnswer<RecordAnswer>(query !== null && isWhole ? readRecord(schema, query) : null, { id });
  const before = useRef({ id, ...UNREAD });
  if (query !== null && asked.state === 'done') before.current = { id, ...recordOf(query, asked.data) };
  // While the same is read anew, what it was stays: its locks above all.
  const found = isWhole && before.current.id === id && asked.state !== 'failed' ? before.current : UNREAD;
  return { record: found.record, standing: found.standing, again: asked.again };
}

const UNREAD: ReturnType<typeof recordOf> = { record: null, standing: null };

/** What an address names, what the record that it names has of it, and a fresh key. */
function beginningOf(mutation: MutationPolicy, params: URLSearchParams): unknown {
  const { inputSchema: root } = mutation;
  const { properties = {} } = shapeOf(root, root).schema;
  const accountPath = accountPathOf(mutation)?.join('.');
  let draft: unknown = {};
  for (const [name, id] of params) {
    // An account to which something is added has values of the same names, which are not those of what is added.
    const record = name === accountPath ? null : recall(id);
    for (const [property, part] of record === null ? [] : Object.entries(properties)) {
      const value = filled(part, root, named(record ?? {}, property));
      if (value !== undefined && (value !== null || shapeOf(part, root).isNullable))
        draft = withValue(draft, [property], value);
    }
  }
  for (const [name, value] of params) draft = withValue(draft, name.split('.'), value);
  return IDEMPOTENCY_KEY in properties ? withValue(draft, [IDEMPOTENCY_KEY], crypto.randomUUID()) : draft;
}

/** What is recorded of the values that an edit changes: by the policy, and by equal names. */
function currentValues(
  { inputSchema: root, inputFields }: MutationPolicy,
  record: RecordAnswer,
  fields: readonly { readonly field: string; readonly accountField: string }[],
): Readonly<Record<string, unknown>> {
  if (inputFields.length === 0) return {};
  const { properties = {} } = shapeOf(root, root).schema;
  const entries = Object.entries(properties).map(([name, part]) => {
    const changes = inputFields.find(({ path }) => path.join('.') === `input.${name}`);
    const policy = changes && fields.find(({ field }) => field === changes.field);
    const value = policy === undefined ? (name in record ? record[name] : undefined) : record[policy.accountField];
    return [name, filled(part, root, value)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What a call expects to find is what was read, and follows it. */
function useExpected(
  { inputSchema: root }: MutationPolicy,
  record: RecordAnswer | null,
  setDraft: (change: (before: unknown) => unknown) => void,
): void {
  const expected = Object.keys(shapeOf(root, root).schema.properties ?? {}).flatMap((name) => {
    const field = expectedField(name);
    return field !== null && record !== null && field in record ? [[name, record[field]] as const] : [];
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another state was read
  useEffect(() => {
    setDraft((before) => expected.reduce<unknown>((draft, [name, value]) => withValue(draft, [name], value), before));
  }, [JSON.stringify(expected)]);
}
