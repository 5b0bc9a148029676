import { type FormEvent, useState } from 'react';
import { humanized, SEARCH } from '../api/conventions.ts';
import { inputTypeAt, schemaOfArguments } from '../api/input-types.ts';
import type { Field } from '../api/introspection.ts';
import { filtersOf } from '../api/shape.ts';
import { at, type Path, sent, withValue } from '../form/draft.ts';
import { FormField } from '../form/field.tsx';
import { FormContext, withoutPositions } from '../form/form-context.ts';
import { shapeOf } from '../form/json-schema.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Icon } from './icons.tsx';

type Filters = Readonly<Record<string, unknown>>;

/** What a list can be asked for, from its arguments: a box to search with, and a form for the rest. */
export function FilterBar({
  field,
  filters,
  apply,
}: {
  readonly field: Field;
  readonly filters: Filters;
  readonly apply: (filters: Filters) => void;
}) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const [draft, setDraft] = useState<unknown>(filters);
  const { schema } = catalogue;
  const args = filtersOf(field);
  const search = searchPath(schemaOfArguments(schema, args));
  const root = withoutProperty(schemaOfArguments(schema, args), search);
  const hasMore = Object.values(root.properties ?? {}).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(emptied(sent(draft)));
  };
  const description = (path: Path) => {
    const names = withoutPositions(path);
    const holder = names.length < 2 ? args : (inputTypeAt(schema, args, names.slice(0, -1))?.inputFields ?? []);
    return holder.find(({ name }) => name === names.at(-1))?.description ?? '';
  };
  const form = {
    root,
    wording: (path: Path) => ({
      label: humanized(withoutPositions(path).at(-1) ?? ''),
      help: description(path).replaceAll('`', ''),
    }),
    choice: (path: Path, value: unknown) =>
      catalogue.enumValue(inputTypeAt(schema, args, withoutPositions(path))?.name ?? '', String(value)),
    lock: () => null,
    faults: () => [],
    id: (path: Path) => ['filter', field.name, ...path].join('-'),
    change: (path: Path, value: unknown) => setDraft((before: unknown) => withValue(before, path, value)),
    finder: () => null,
  };
  return (
    <search>
      <form className="filters" onSubmit={submit}>
        {search !== null && (
          <div className="search-row">
            <span className="find-box">
              <Icon name="search" />
              <input
                className="control"
                type="search"
                aria-label={words.search}
                placeholder={words.search}
                value={String(at(draft, search) ?? '')}
                onChange={(event) => form.change(search, event.target.value === '' ? undefined : event.target.value)}
              />
            </span>
            <button type="submit" className="button button-main">
              {words.search}
            </button>
          </div>
        )}
        {hasMore && (
          <details className="filters-more">
            <summary>{words.filters}</summary>
            <FormContext value={form}>
              <div className="fields">
                {Object.entries(root.properties ?? {}).map(([name, part]) => (
                  <FormField key={name} schema={part} path={[name]} isRequired={false} value={at(draft, [name])} />
                ))}
              </div>
            </FormContext>
            <div className="row">
              <button type="submit" className="button button-main">
                {words.apply}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  setDraft({});
                  apply({});
                }}
              >
                {words.reset}
              </button>
            </div>
          </details>
        )}
      </form>
    </search>
  );
}

function searchPath(root: ReturnType<typeof schemaOfArguments>): Path | null {
  const properties = Object.entries(root.properties ?? {});
  if (properties.some(([name]) => name === SEARCH)) return [SEARCH];
  const holder = properties.find(([, part]) => SEARCH in (shapeOf(part, root).schema.properties ?? {}));
  return holder === undefined ? null : [holder[0], SEARCH];
}

function withoutProperty(
  root: ReturnType<typeof schemaOfArguments>,
  path: Path | null,
): ReturnType<typeof schemaOfArguments> {
  const [name, inner] = path ?? [];
  if (name === undefined) return root;
  const { [name]: holder, ...others } = root.properties ?? {};
  if (inner === undefined || holder === undefined) return { ...root, properties: others };
  const { [inner]: _, ...rest } = holder.properties ?? {};
  return { ...root, properties: { [name]: { ...holder, properties: rest }, ...others } };
}

/** Without objects that nothing is left in. */
function emptied(value: unknown): Filters {
  const entries = Object.entries((value ?? {}) as Filters)
    .map(
      ([name, part]) =>
        [name, typeof part === 'object' && part !== null && !Array.isArray(part) ? emptied(part) : part] as const,
    )
    .filter(
      ([, part]) =>
        !(typeof part === 'object' && part !== null && Object.keys(part).length === 0 && !Array.isArray(part)),
    );
  return Object.fromEntries(entries);
}
