import { useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import { at, beginning } from './draft.ts';
import { FormField } from './field.tsx';
import { useForm } from './form-context.ts';
import { shapeOf } from './json-schema.ts';
import type { ControlProps } from './plain-controls.tsx';

/** The values of an object below each other. */
export function ObjectControl({ path, shape, value, isDisabled }: ControlProps) {
  return (
    <div className="nested">
      <fieldset disabled={isDisabled}>
        {Object.entries(shape.schema.properties ?? {}).map(([name, schema]) => (
          <FormField
            key={name}
            schema={schema}
            path={[...path, name]}
            isRequired={shape.schema.required?.includes(name) ?? false}
            value={at(value, [name])}
            isReadOnly={isDisabled}
          />
        ))}
      </fieldset>
    </div>
  );
}

export function ListControl({ path, label, shape, value, change, isDisabled, isLeftOut }: ControlProps) {
  const form = useForm();
  const { words, fill } = useWords();
  const items = Array.isArray(value) ? value : [];
  const schema = shape.schema.items ?? true;
  const isPlain = !['object', 'list'].includes(shapeOf(schema, form.root).kind);
  const isFull = items.length >= (shape.schema.maxItems ?? Number.POSITIVE_INFINITY);
  const add = () => {
    change([...items, beginning(schema, form.root)]);
    // The new item's first control, once it is there.
    requestAnimationFrame(() => {
      const item = document.getElementById(form.id([...path, items.length]));
      const first = item?.matches('input, select') ? item : item?.querySelector<HTMLElement>('input, select');
      (first as HTMLElement | null | undefined)?.focus();
    });
  };
  return (
    <div className="list">
      {items.length === 0 && !isLeftOut && <p className="muted list-none">{words.noItems}</p>}
      <ol className={isPlain ? 'list-plain' : 'list-items'}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its position, for the server too
          <li key={index}>
            <FormField
              schema={schema}
              path={[...path, index]}
              isRequired
              value={item}
              label={fill(words.item, { label, n: index + 1 })}
              isReadOnly={isDisabled}
            />
            {!isDisabled && (
              <button
                type="button"
                className="button button-quiet list-remove"
                onClick={() => {
                  change(items.filter((_, other) => other !== index));
                  document.getElementById(`${form.id(path)}:add`)?.focus();
                }}
              >
                <Icon name="minus" />
                <span className="unseen">{fill(words.removeFrom, { label, n: index + 1 })}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      {!isDisabled && (
        <button type="button" className="button" id={`${form.id(path)}:add`} disabled={isFull} onClick={add}>
          <Icon name="plus" />
          {words.add}
          <span className="unseen"> {label}</span>
        </button>
      )}
    </div>
  );
}
