import type { CallFailure } from '../api/ask.ts';
import { isList, type NamedType, namedType, type Schema } from '../api/introspection.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Failure, Notice } from '../ui/notice.tsx';
import { Json, Parts } from '../ui/value.tsx';

interface MutationAnswerProps {
  readonly payload: NamedType;
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly failure: CallFailure | null;
  readonly wasDryRun: boolean;
  readonly signOut: () => void;
}

/** What a mutation came to: the record as it is now, or what a dry run says would change. */
export function MutationAnswer({ payload, answer, failure, wasDryRun, signOut }: MutationAnswerProps) {
  const { words } = useWords();
  const { schema } = useTool().catalogue;
  if (failure !== null) return <Failure failure={failure} signOut={signOut} />;
  if (answer === null) return null;
  const changes = changesIn(schema, payload, answer);
  const { userErrors: _, ...told } = answer;
  return (
    <Notice tone="good">
      <strong>{wasDryRun ? words.tried : words.done}</strong>
      {wasDryRun && changes.rows.length === 0 && <p>{words.triedNothing}</p>}
      {changes.type !== null && changes.rows.length > 0 && <Changes type={changes.type} rows={changes.rows} />}
      <details className="as-sent">
        <summary>{words.answer}</summary>
        <Parts type={payload} record={told} />
      </details>
    </Notice>
  );
}

type Row = Readonly<Record<string, unknown>>;

/** Whatever of an answer is told with a before and an after, however deep it stands. */
function changesIn(
  schema: Schema,
  type: NamedType,
  answer: Row,
): { readonly type: NamedType | null; readonly rows: readonly Row[] } {
  for (const field of type.fields ?? []) {
    const below = namedType(schema, field.type);
    const value = answer[field.name];
    if (!isList(field.type) || !Array.isArray(value)) continue;
    if (['before', 'after'].every((side) => below.fields?.some(({ name }) => name === side)))
      return { type: below, rows: value };
    const found = value.map((item) => changesIn(schema, below, item as Row));
    const inner = found.find((one) => one.type !== null);
    if (inner !== undefined) return { type: inner.type, rows: found.flatMap(({ rows }) => rows) };
  }
  return { type: null, rows: [] };
}

function Changes({ type, rows }: { readonly type: NamedType; readonly rows: readonly Row[] }) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const enums = (type.fields ?? []).filter((field) => namedType(catalogue.schema, field.type).kind === 'ENUM');
  const named = (row: Row) =>
    enums
      .flatMap((field) =>
        row[field.name] === null
          ? []
          : [catalogue.enumValue(namedType(catalogue.schema, field.type).name, String(row[field.name])).label],
      )
      .at(-1);
  return (
    <table className="table changes">
      <caption>{words.changes}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify(row)}>
            <th scope="row">{named(row)}</th>
            <td data-label={words.before}>
              <Side text={row.before} />
            </td>
            <td data-label={words.after}>
              <Side text={row.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** JSON in a text, shown as what it is. */
function Side({ text }: { readonly text: unknown }) {
  const { words } = useWords();
  if (text === null || text === undefined || text === 'null') return <span className="muted">{words.none}</span>;
  const value = parsed(String(text));
  if (typeof value === 'boolean') return <span>{value ? words.yes : words.no}</span>;
  return typeof value === 'object' ? <Json value={value} /> : <span className="text">{String(value)}</span>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
