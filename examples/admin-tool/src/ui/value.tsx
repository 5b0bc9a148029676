import { humanized } from '../api/conventions.ts';
import { type Field, isLeaf, isList, type NamedType, namedType } from '../api/introspection.ts';
import { hasId, recordQuery, titleOf } from '../api/shape.ts';
import { linkTo } from '../state/route.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Scrolling } from './scrolling.tsx';

type Row = Readonly<Record<string, unknown>>;
const MANY = 180;

/** A value of an answer as people read it, whatever its type. */
export function Value({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const { schema } = useTool().catalogue;
  const type = namedType(schema, field.type);
  if (value === null || value === undefined) return <Nothing />;
  if (!isList(field.type)) return <One type={type} value={value} />;
  const items = value as readonly unknown[];
  if (items.length === 0) return <Nothing />;
  if (!isLeaf(type)) return <Records type={type} rows={items as readonly Row[]} />;
  return (
    <ul className="chips">
      {items.map((item) => (
        <li key={String(item)}>
          <One type={type} value={item} />
        </li>
      ))}
    </ul>
  );
}

function Nothing() {
  const { words } = useWords();
  return (
    <span className="nothing">
      <span aria-hidden="true">–</span>
      <span className="unseen">{words.none}</span>
    </span>
  );
}

function One({ type, value }: { readonly type: NamedType; readonly value: unknown }) {
  const { catalogue } = useTool();
  if (type.kind === 'ENUM') {
    const { label, help } = catalogue.enumValue(type.name, String(value));
    return (
      <span className="badge" title={help}>
        {label}
      </span>
    );
  }
  return isLeaf(type) ? <Scalar type={type.name} value={value} /> : <RecordName type={type} record={value as Row} />;
}

function Scalar({ type, value }: { readonly type: string; readonly value: unknown }) {
  const { words, locale } = useWords();
  if (typeof value === 'boolean') return <span>{value ? words.yes : words.no}</span>;
  if (type === 'DateTime' && !Number.isNaN(Date.parse(String(value)))) {
    const instant = new Date(String(value));
    const text = instant.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
    return (
      <time dateTime={String(value)} title={String(value)}>
        {text} UTC
      </time>
    );
  }
  if (type === 'ID') return <code className="id">{String(value)}</code>;
  if (typeof value === 'object') return <Json value={value} />;
  if (typeof value === 'number') return <span className="number">{value.toLocaleString(locale)}</span>;
  return <bdi className="text">{String(value)}</bdi>;
}

export function Json({ value }: { readonly value: unknown }) {
  const { words } = useWords();
  const text = JSON.stringify(value, null, 1) ?? '';
  if (text.length <= MANY) return <code className="json">{JSON.stringify(value)}</code>;
  return (
    <details className="json-more">
      <summary>{words.showWhole}</summary>
      <Scrolling className="json-whole" label={words.value}>
        <pre className="json">{text}</pre>
      </Scrolling>
    </details>
  );
}

/** A record by what names it, leading to its page where it has one. */
export function RecordName({ type, record }: { readonly type: NamedType; readonly record: Row }) {
  const { schema } = useTool().catalogue;
  const title = titleOf(schema, type);
  const name = (title === null ? null : record[title]) ?? record.id;
  if (name === undefined || name === null) return <Parts type={type} record={record} />;
  const reads = hasId(type) && typeof record.id === 'string' ? recordQuery(schema, type.name) : null;
  const shown = name === record.id ? <code className="id">{String(name)}</code> : String(name);
  return reads === null ? (
    <span>{shown}</span>
  ) : (
    <a href={linkTo(['record', reads.name, String(record.id)])}>{shown}</a>
  );
}

/** What an object without a name of its own consists of. */
export function Parts({ type, record }: { readonly type: NamedType; readonly record: Row }) {
  const { catalogue } = useTool();
  const fields = (type.fields ?? []).filter(({ name }) => name in record);
  if (fields.length === 0) return <Nothing />;
  return (
    <dl className="parts">
      {fields.map((field) => (
        <div key={field.name}>
          <dt title={field.description ?? undefined}>{catalogue.fieldLabel(type, field)}</dt>
          <dd>
            <Value field={field} value={record[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Objects below each other, by what they have in common. */
export function Records({ type, rows }: { readonly type: NamedType; readonly rows: readonly Row[] }) {
  const { catalogue } = useTool();
  const fields = (type.fields ?? []).filter(({ name }) => rows.some((row) => name in row));
  return (
    <Scrolling className="table-scroll" label={humanized(type.name)}>
      <table className="table table-small">
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.name} scope="col" title={field.description ?? undefined}>
                {catalogue.fieldLabel(type, field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have nothing else, and never move
            <tr key={index}>
              {fields.map((field) => (
                <td key={field.name}>
                  <Value field={field} value={row[field.name]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
