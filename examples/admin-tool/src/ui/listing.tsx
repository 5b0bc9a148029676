import { useState } from 'react';
import { type Field, namedType } from '../api/introspection.ts';
import { type ListBase, listQuery, type Page, pageOf } from '../api/list-query.ts';
import { contentOf, filtersOf } from '../api/shape.ts';
import { useAnswer, useTool, useWords } from '../state/tool.ts';
import { DataTable, type RowLinks } from './data-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Icon } from './icons.tsx';
import { Empty, Failure, Loading } from './notice.tsx';
import { Parts } from './value.tsx';

interface Place {
  readonly filters: Readonly<Record<string, unknown>>;
  /** The cursors of the pages that one came by. */
  readonly cursors: readonly string[];
}

const START: Place = { filters: {}, cursors: [] };
/** Who comes back to a list finds it as it was left. */
const left = new Map<string, Place>();

/** A list that the schema has, of queries or below a record: searched, filtered and paged as far as its arguments go. */
export function Listing({
  field,
  base = null,
  links,
}: {
  readonly field: Field;
  readonly base?: ListBase | null;
  readonly links?: RowLinks;
}) {
  const { catalogue, signOut } = useTool();
  const { words, fill } = useWords();
  const key = `${base?.id ?? ''} ${field.name}`;
  const [place, setPlace] = useState(() => left.get(key) ?? START);
  const go = (next: Place) => {
    left.set(key, next);
    setPlace(next);
  };
  const { schema } = catalogue;
  const asked = useAnswer<Record<string, unknown>>(
    ...listQuery(schema, field, base, place.filters, place.cursors.at(-1) ?? null),
  );
  const content = contentOf(schema, field);
  const label =
    base === null ? catalogue.queryLabel(field) : catalogue.fieldLabel(namedType(schema, base.query.type), field);
  const page: Page | null = asked.state === 'done' ? pageOf(field, base, asked.data) : null;
  return (
    <div className="listing">
      {filtersOf(field).length > 0 && (
        <FilterBar field={field} filters={place.filters} apply={(filters) => go({ filters, cursors: [] })} />
      )}
      <p className="listing-count muted" role="status">
        {page !== null && page.rows !== null && countOf(page, words, fill)}
      </p>
      {asked.state === 'loading' && <Loading />}
      {asked.state === 'failed' && <Failure failure={asked.failure} again={asked.again} signOut={signOut} />}
      {page !== null && page.rows === null && (
        <Empty icon="lock" title={words.notForYou}>
          <p className="muted">{words.notForYouHelp}</p>
        </Empty>
      )}
      {page?.rows?.length === 0 && (
        <Empty icon="inbox" title={Object.keys(place.filters).length > 0 ? words.nothingFound : words.nothing}>
          <p className="muted">{Object.keys(place.filters).length > 0 ? words.nothingFoundHelp : words.nothingHelp}</p>
        </Empty>
      )}
      {page?.rows &&
        page.rows.length > 0 &&
        content.kind !== 'leaf' &&
        (content.kind === 'object' ? (
          <div className="card">
            <Parts type={content.type} record={page.rows[0] ?? {}} />
          </div>
        ) : (
          <DataTable
            type={content.kind === 'connection' ? content.node : content.type}
            rows={page.rows}
            label={label}
            links={links}
          />
        ))}
      {page !== null && (page.endCursor !== null || place.cursors.length > 0) && (
        <nav className="pager" aria-label={label}>
          <button
            type="button"
            className="button"
            disabled={place.cursors.length === 0}
            onClick={() => go({ ...place, cursors: place.cursors.slice(0, -1) })}
          >
            <Icon name="left" />
            {words.previous}
          </button>
          <span className="muted">{fill(words.page, { n: place.cursors.length + 1 })}</span>
          <button
            type="button"
            className="button"
            disabled={page.endCursor === null}
            onClick={() => page.endCursor !== null && go({ ...place, cursors: [...place.cursors, page.endCursor] })}
          >
            {words.next}
            <Icon name="right" />
          </button>
        </nav>
      )}
    </div>
  );
}

function countOf(
  { rows, counts }: Page,
  words: ReturnType<typeof useWords>['words'],
  fill: ReturnType<typeof useWords>['fill'],
): string {
  const shown = fill(words.shown, { n: rows?.length ?? 0 });
  const total = Object.values(counts).find((count) => typeof count === 'number');
  const isCapped = Object.values(counts).includes(true);
  if (total === undefined) return shown;
  return `${shown}, ${fill(isCapped ? words.totalAtLeast : words.total, { n: total })}`;
}
