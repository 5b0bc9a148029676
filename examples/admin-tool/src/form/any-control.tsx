import { useState } from 'react';
import { useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import { type JsonSchema, typesOf } from './json-schema.ts';
import { NumberInput } from './number-input.tsx';
import type { ControlProps } from './plain-controls.tsx';

type Kind = 'string' | 'number' | 'boolean' | 'json';
const BEGINNINGS: Readonly<Record<Kind, unknown>> = { string: '', number: 0, boolean: true, json: {} };

/** Where a value may be of several kinds, the kind is chosen first. What has no controls of its own is written as JSON. */
export function AnyControl({ id, label, value, change, isDisabled, isWrong, describedBy, shape }: ControlProps) {
  const { words } = useWords();
  const [chosen, setChosen] = useState<Kind | null>(() => kindOf(value));
  const kind = value === undefined ? null : (chosen ?? kindOf(value));
  const kinds = kindsOf(shape.schema);
  const names: Readonly<Record<Kind, string>> = {
    string: words.typeText,
    number: words.typeNumber,
    boolean: words.typeBoolean,
    json: words.typeJson,
  };
  const choose = (next: Kind | undefined) => {
    setChosen(next ?? null);
    change(next === undefined ? undefined : BEGINNINGS[next]);
  };
  const common = {
    className: 'control',
    'aria-label': label,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': describedBy,
    disabled: isDisabled,
  };
  return (
    <div className="control-row control-any">
      <span className="control-select">
        <select
          className="control"
          aria-label={`${label}: ${words.type}`}
          value={kind ?? ''}
          disabled={isDisabled}
          onChange={(event) => choose(kinds.find((name) => name === event.target.value))}
        >
          <option value="">{words.leaveOut}</option>
          {kinds.map((name) => (
            <option key={name} value={name}>
              {names[name]}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
      {kind === 'boolean' && (
        <span className="segments">
          {[true, false].map((way) => (
            <label key={String(way)} className="segment">
              <input
                type="radio"
                name={`${id}:any`}
                checked={value === way}
                disabled={isDisabled}
                onChange={() => change(way)}
              />
              <span>{way ? words.yes : words.no}</span>
            </label>
          ))}
        </span>
      )}
      {kind === 'string' && (
        <input {...common} value={String(value)} onChange={(event) => change(event.target.value)} />
      )}
      {kind === 'number' && (
        <NumberInput {...common} value={String(value)} change={(next) => change(next === undefined ? '' : next)} />
      )}
      {kind === 'json' && <JsonInput {...common} value={value} change={change} />}
    </div>
  );
}

function JsonInput({
  value,
  change,
  ...others
}: {
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly className: string;
  readonly 'aria-label': string;
  readonly disabled: boolean;
}) {
  const [text, setText] = useState(() => (typeof value === 'string' ? value : JSON.stringify(value, null, 1)));
  return (
    <textarea
      {...others}
      rows={4}
      spellCheck={false}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        change(parsed(target.value));
      }}
    />
  );
}

/** What is no JSON yet stays a text, which the validator does not take for an object. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function kindOf(value: unknown): Kind | null {
  if (value === undefined || value === null) return null;
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'json';
}

/** The kinds that the schema takes; all of them where it does not say. */
function kindsOf(schema: JsonSchema): readonly Kind[] {
  const types = typesOf(schema);
  const all = Object.keys(BEGINNINGS) as Kind[];
  if (types === null) return all;
  const kinds = types.map((type) =>
    type === 'integer' ? 'number' : type === 'object' || type === 'array' ? 'json' : type,
  );
  return all.filter((kind) => kinds.includes(kind));
}
