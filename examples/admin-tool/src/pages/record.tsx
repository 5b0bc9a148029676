import { ENTITY, humanized } from '../api/conventions.ts';
import { type NamedType, namedType } from '../api/introspection.ts';
import { accountPathOf, mutationsWith } from '../api/mutations-for.ts';
import type { Standing } from '../api/policy.ts';
import { type RecordAnswer, readRecord, recordOf } from '../api/record-query.ts';
import { contentOf, recordQuery, titleOf } from '../api/shape.ts';
import { linkTo } from '../state/route.ts';
import { remember } from '../state/seen-records.ts';
import { useAnswer, useTool, useWords } from '../state/tool.ts';
import { ActionLink } from '../ui/data-table.tsx';
import { Listing } from '../ui/listing.tsx';
import { Failure, Loading } from '../ui/notice.tsx';
import { Permissions } from '../ui/permissions.tsx';
import { Properties } from '../ui/properties.tsx';
import { Ribbons } from '../ui/ribbons.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Heading, NothingHere } from './heading.tsx';

/** One record of any type that a query reads by its id. */
export function RecordPage({ name, id }: { readonly name: string; readonly id: string }) {
  const { catalogue, signOut } = useTool();
  const { words } = useWords();
  const { schema } = catalogue;
  const query = schema.queries.find((one) => one.name === name);
  const asked = useAnswer<RecordAnswer>(query === undefined ? null : readRecord(schema, query), { id });
  if (query === undefined) return <NothingHere icon="info" title={words.nothing} />;
  const kind = humanized(query.name);
  if (asked.state === 'loading') {
    return (
      <>
        <Heading title={kind} />
        <Loading />
      </>
    );
  }
  if (asked.state === 'failed') {
    return (
      <>
        <Heading title={kind} />
        <Failure failure={asked.failure} again={asked.again} signOut={signOut} />
      </>
    );
  }
  const { record, standing } = recordOf(query, asked.data);
  if (record === null) {
    return (
      <NothingHere icon="search" title={words.noLongerThere}>
        <p className="muted">{words.noLongerThereHelp}</p>
      </NothingHere>
    );
  }
  remember(record);
  return (
    <RecordView type={namedType(schema, query.type)} query={query.name} id={id} record={record} standing={standing} />
  );
}

interface RecordViewProps {
  readonly type: NamedType;
  readonly query: string;
  readonly id: string;
  readonly record: RecordAnswer;
  readonly standing: Standing | null;
}

function RecordView({ type, query, id, record, standing }: RecordViewProps) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const { schema } = catalogue;
  const title = titleOf(schema, type);
  const reads = recordQuery(schema, type.name);
  const lists = (type.fields ?? []).filter((field) => {
    const { kind } = contentOf(schema, field);
    return kind === 'connection' || (field.args.length > 0 && kind !== 'leaf');
  });
  const denied = (action: string | null) =>
    standing?.actionPermissions?.find((one) => one.action === action && !one.allowed)?.message ?? null;
  const withIt = type.name === ENTITY ? [] : mutationsWith(catalogue, type.name);
  const tabs = [
    {
      id: 'details',
      label: words.details,
      show: () => <Properties type={type} record={record} locks={standing?.fieldLocks ?? []} />,
    },
    ...(reads === null ? [] : lists).map((field) => {
      const content = contentOf(schema, field);
      const node = content.kind === 'connection' ? content.node : content.type;
      const rowMutations = mutationsWith(catalogue, node.name);
      return {
        id: field.name,
        label: catalogue.fieldLabel(type, field),
        show: () => (
          <Listing
            field={field}
            base={{ query: reads as NonNullable<typeof reads>, id }}
            links={(row) =>
              rowMutations.map(({ mutation, property }) => ({
                label: mutation.label,
                denied: denied(mutation.action),
                href: linkTo(['do', mutation.mutation], {
                  ...(type.name === ENTITY && mutation.accountPath !== null
                    ? { [accountPathOf(mutation)?.join('.') ?? '']: id }
                    : {}),
                  [property]: String(row.id),
                }),
              }))
            }
          />
        ),
      };
    }),
  ];
  return (
    <>
      <Heading title={String((title === null ? null : record[title]) ?? id)} kicker={humanized(query)} />
      <Ribbons type={type} record={record} />
      {withIt.length > 0 && (
        <div className="row">
          {withIt.map(({ mutation, property }) => (
            <ActionLink
              key={mutation.mutation}
              href={linkTo(['do', mutation.mutation], { [property]: id })}
              label={mutation.label}
              denied={null}
            />
          ))}
        </div>
      )}
      <div className={standing === null ? '' : 'split'}>
        <Tabs label={words.details} tabs={tabs} />
        {standing !== null && <Permissions id={id} standing={standing} />}
      </div>
    </>
  );
}
