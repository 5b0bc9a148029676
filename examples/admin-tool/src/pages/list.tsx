import { mutationsMaking, mutationsWith } from '../api/mutations-for.ts';
import { contentOf, hasId, recordQuery } from '../api/shape.ts';
import { linkTo } from '../state/route.ts';
import { useTool, useWords } from '../state/tool.ts';
import { ActionLink } from '../ui/data-table.tsx';
import { Listing } from '../ui/listing.tsx';
import { Heading, NothingHere } from './heading.tsx';

/** Any list that the queries of the schema have. */
export function ListPage({ name }: { readonly name: string }) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const { schema } = catalogue;
  const field = catalogue.open.find((one) => one.name === name);
  if (field === undefined) {
    return (
      <NothingHere icon="lock" title={words.notForYou}>
        <p className="muted">{words.notForYouHelp}</p>
      </NothingHere>
    );
  }
  const content = contentOf(schema, field);
  const type = content.kind === 'connection' ? content.node : content.type;
  const makes = mutationsMaking(catalogue, type);
  const withIt = mutationsWith(catalogue, type.name);
  // What has a page of its own tells there what can be done with it.
  const hasPage = recordQuery(schema, type.name) !== null || !hasId(type);
  return (
    <>
      <Heading title={catalogue.queryLabel(field)} kicker={words.records} schemaLead={field.description} />
      {makes.length > 0 && (
        <div className="row">
          {makes.map(({ mutation, label }) => (
            <ActionLink key={mutation} href={linkTo(['do', mutation])} label={label} denied={null} />
          ))}
        </div>
      )}
      <Listing
        field={field}
        links={(row) =>
          hasPage
            ? []
            : withIt.map(({ mutation, property }) => ({
                label: mutation.label,
                denied: null,
                href: linkTo(['do', mutation.mutation], { [property]: String(row.id) }),
              }))
        }
      />
    </>
  );
}
