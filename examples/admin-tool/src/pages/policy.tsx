import { type ReactNode, useState } from 'react';
import { linkTo } from '../state/route.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import { Empty } from '../ui/notice.tsx';
import { Conditions } from '../ui/sentences.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Heading, plain } from './heading.tsx';

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly body: ReactNode;
}

/** The rules as the server tells them: read, not known. */
export function PolicyPage({ part }: { readonly part: string }) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const { policy, schema } = catalogue;
  const read = schema.queries.find(({ name }) => name === 'accountPolicy');
  const mutationLink = (name: string) => (
    <a key={name} href={linkTo(['do', name])}>
      {catalogue.mutation(name)?.label ?? name}
    </a>
  );
  const actions: readonly Entry[] = policy.actions.map((action) => ({
    key: action.action,
    label: action.label,
    help: action.description,
    body: (
      <>
        <p className="meta">
          <span>
            {words.needs}: <strong>{catalogue.enumValue('AccessLevel', action.minimumAccess).label}</strong>
          </span>
          {action.mutations.length > 0 && (
            <span>
              {words.doneBy}: {commas(action.mutations.map(mutationLink))}
            </span>
          )}
        </p>
        <Conditions conditions={action.conditions} reasonType="DenialReason" lead={words.deniedWhen} />
      </>
    ),
  }));
  const fields: readonly Entry[] = policy.fields.map((field) => ({
    key: field.field,
    label: field.label,
    help: field.help,
    body: <Conditions conditions={field.conditions} reasonType="LockReason" lead={words.lockedWhen} />,
  }));
  const mutations: readonly Entry[] = policy.mutations.map((mutation) => ({
    key: mutation.mutation,
    label: mutation.label,
    help: mutation.help,
    body: (
      <p className="meta">
        <span>
          {words.guard}: <strong>{catalogue.enumValue('MutationGuard', mutation.guard).label}</strong>
        </span>
        <span>
          {words.callers}:{' '}
          {mutation.callers.map((kind) => catalogue.enumValue('AccountViewerKind', kind).label).join(', ')}
        </span>
        <span>{mutationLink(mutation.mutation)}</span>
      </p>
    ),
  }));
  const enums: readonly Entry[] = policy.enums.map(({ enum: name, values }) => ({
    key: name,
    label: name,
    help: plain(schema.types.get(name)?.description ?? null),
    body: (
      <dl className="enum">
        {values.map(({ value, label, help }) => (
          <div key={value}>
            <dt>
              {label} <code className="id">{value}</code>
            </dt>
            <dd className="muted">{help}</dd>
          </div>
        ))}
      </dl>
    ),
  }));
  const tabs = [
    ['actions', words.actions, actions],
    ['fields', words.fields, fields],
    ['mutations', words.mutations, mutations],
    ['enums', words.enums, enums],
  ] as const;
  return (
    <>
      <Heading title={words.policy} kicker={words.rules} schemaLead={read?.description} />
      <Tabs
        label={words.policy}
        start={part === '' ? undefined : part}
        tabs={tabs.map(([id, label, entries]) => ({
          id,
          label: `${label} · ${entries.length}`,
          show: () => <Entries entries={entries} label={label} />,
        }))}
      />
    </>
  );
}

function Entries({ entries, label }: { readonly entries: readonly Entry[]; readonly label: string }) {
  const { words } = useWords();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = entries.filter((entry) =>
    [entry.key, entry.label, entry.help].some((part) => part.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <span className="find-box policy-find">
        <Icon name="search" />
        <input
          className="control"
          type="search"
          aria-label={`${words.filter}: ${label}`}
          placeholder={words.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </span>
      <p className="unseen" role="status">
        {shown.length} / {entries.length}
      </p>
      {shown.length === 0 && <Empty icon="search" title={words.nothingFound} />}
      <ul className="policy">
        {shown.map(({ key, label: title, help, body }) => (
          <li key={key} className="card">
            <h2>
              {title} {title !== key && <code className="id">{key}</code>}
            </h2>
            <p>{help}</p>
            {body}
          </li>
        ))}
      </ul>
    </>
  );
}

function commas(parts: readonly ReactNode[]): ReactNode {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}
