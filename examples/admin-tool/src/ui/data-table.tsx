import type { Field, NamedType } from '../api/introspection.ts';
import { columnsOf } from '../api/selection.ts';
import { hasId, recordQuery, titleOf } from '../api/shape.ts';
import { linkTo } from '../state/route.ts';
import { remember } from '../state/seen-records.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Scrolling } from './scrolling.tsx';
import { Value } from './value.tsx';

type Row = Readonly<Record<string, unknown>>;

export interface RowLink {
  readonly href: string;
  readonly label: string;
  /** Why it cannot be followed. */
  readonly denied: string | null;
}
export type RowLinks = (row: Row) => readonly RowLink[];

const COLUMNS = 8;

/** Records of one type, a row each, which a narrow window shows as cards. */
export function DataTable({
  type,
  rows,
  label,
  links,
}: {
  readonly type: NamedType;
  readonly rows: readonly Row[];
  readonly label: string;
  readonly links?: RowLinks | undefined;
}) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const columns = columnsOf(catalogue.schema, type).filter(({ name }) => rows.some((row) => name in row));
  const shown = visible(columns, rows);
  for (const row of rows) remember(row);
  const reads = hasId(type) ? recordQuery(catalogue.schema, type.name) : null;
  const title = titleOf(catalogue.schema, type);
  const hasLinks = links !== undefined && rows.some((row) => links(row).length > 0);
  return (
    <Scrolling className="table-scroll" label={label}>
      <table className={`table${reads === null ? '' : ' has-page'}`}>
        <thead>
          <tr>
            {shown.map((field) => (
              <th key={field.name} scope="col" title={field.description ?? undefined}>
                {catalogue.fieldLabel(type, field)}
              </th>
            ))}
            {hasLinks && (
              <th scope="col">
                <span className="unseen">{words.withRecord}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={typeof row.id === 'string' ? row.id : index}>
              {shown.map((field) => (
                <td key={field.name} data-label={catalogue.fieldLabel(type, field)}>
                  {reads !== null && field.name === title && typeof row.id === 'string' ? (
                    <a className="row-link" href={linkTo(['record', reads.name, row.id])}>
                      {String(row[field.name] ?? row.id)}
                    </a>
                  ) : (
                    <Value field={field} value={row[field.name]} />
                  )}
                </td>
              ))}
              {hasLinks && (
                <td className="row-actions">
                  {links(row).map((link) => (
                    <ActionLink key={link.href} {...link} isSmall />
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** As many as one looks through, and none that is empty in all rows. */
function visible(columns: readonly Field[], rows: readonly Row[]): readonly Field[] {
  const isTold = ({ name }: Field) =>
    rows.some(
      (row) => row[name] !== null && row[name] !== undefined && !(Array.isArray(row[name]) && row[name].length === 0),
    );
  return columns.filter(isTold).slice(0, COLUMNS);
}

/** Leads to a form; where it is denied it can be reached all the same, and says why. */
export function ActionLink({ href, label, denied, isSmall = false }: RowLink & { readonly isSmall?: boolean }) {
  const looks = `button${isSmall ? ' button-small' : ''}`;
  if (denied === null) {
    return (
      <a className={looks} href={href}>
        {label}
      </a>
    );
  }
  return (
    <button type="button" className={looks} aria-disabled="true" title={denied}>
      {label}
      <span className="unseen">. {denied}</span>
    </button>
  );
}
