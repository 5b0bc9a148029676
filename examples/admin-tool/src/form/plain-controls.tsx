import { useEffect, useId, useState } from 'react';
import { IDEMPOTENCY_KEY } from '../api/conventions.ts';
import { useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import type { Path } from './draft.ts';
import { type Finder, useForm } from './form-context.ts';
import type { Shape } from './json-schema.ts';
import { NumberInput } from './number-input.tsx';

export interface ControlProps {
  readonly id: string;
  readonly label: string;
  readonly path: Path;
  readonly shape: Shape;
  readonly value: unknown;
  readonly isLeftOut: boolean;
  readonly isRequired: boolean;
  readonly isDisabled: boolean;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly change: (value: unknown) => void;
}

function common({ id, isRequired, isDisabled, isWrong, describedBy, isLeftOut, value }: ControlProps) {
  return {
    id,
    disabled: isDisabled,
    required: isRequired,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': describedBy,
    className: `control${isLeftOut && value !== undefined ? ' is-kept' : ''}`,
  };
}

const LONG = 500;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function TextControl(props: ControlProps) {
  const { shape, value, change, isLeftOut, path, isDisabled } = props;
  const { words } = useWords();
  const form = useForm();
  const text = value === undefined || value === null ? '' : String(value);
  const isNumber = shape.kind === 'number';
  const { format, maxLength } = shape.schema;
  const finder = isDisabled ? null : form.finder(path);
  const isRandom = !isDisabled && path.at(-1) === IDEMPOTENCY_KEY;
  const isDay = format === 'date' && (text === '' || DAY.test(text));
  const unsent = value === null ? words.empty : words.leaveOut;
  const placeholder = isLeftOut && !props.isRequired ? unsent : undefined;
  return (
    <>
      <div className="control-row">
        {isNumber ? (
          <NumberInput {...common(props)} value={text} placeholder={placeholder} change={change} />
        ) : (
          <input
            {...common(props)}
            type={isDay ? 'date' : 'text'}
            value={text}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={maxLength !== undefined && maxLength >= LONG}
            onChange={(event) => change(event.target.value)}
          />
        )}
        {isRandom && (
          <button type="button" className="button button-quiet" onClick={() => change(crypto.randomUUID())}>
            <Icon name="dice" />
            <span className="unseen">
              {props.label}: {words.generate}
            </span>
          </button>
        )}
      </div>
      {finder && <FindRecord finder={finder} label={props.label} chosen={change} />}
    </>
  );
}

export function ChoiceControl(props: ControlProps) {
  const { shape, value, change, isLeftOut, path } = props;
  const { words } = useWords();
  const form = useForm();
  const chosen = shape.choices.indexOf(value);
  const help = chosen < 0 ? '' : form.choice(path, value).help;
  return (
    <>
      <div className="control-row control-select">
        <select
          {...common(props)}
          value={chosen < 0 ? '' : String(chosen)}
          onChange={(event) =>
            change(event.target.value === '' ? undefined : shape.choices[Number(event.target.value)])
          }
        >
          <option value="">{isLeftOut && !props.isRequired ? words.leaveOut : words.choose}</option>
          {shape.choices.map((choice, index) => (
            <option key={String(choice)} value={index}>
              {form.choice(path, choice).label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
      {help !== '' && <p className="field-choice">{help}</p>}
    </>
  );
}

export function BooleanControl({ id, value, change, isDisabled, isLeftOut }: ControlProps) {
  const { words } = useWords();
  const ways = [
    [true, words.yes],
    [false, words.no],
  ] as const;
  return (
    <div className={`segments${isLeftOut && value !== undefined ? ' is-kept' : ''}`}>
      {ways.map(([way, name]) => (
        <label key={name} className="segment">
          <input type="radio" name={id} checked={value === way} disabled={isDisabled} onChange={() => change(way)} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}

const TYPED_MS = 250;

/** Finds a record by what people call it, where its id is asked for. */
function FindRecord({
  finder,
  label: what,
  chosen,
}: {
  readonly finder: Finder;
  readonly label: string;
  readonly chosen: (id: string) => void;
}) {
  const { words, fill } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Awaited<ReturnType<Finder['find']>> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed asks anew
  useEffect(() => {
    if (text.trim() === '') return setFound(null);
    const aborted = new AbortController();
    const timer = setTimeout(() => {
      finder.find(text, aborted.signal).then(setFound, () => undefined);
    }, TYPED_MS);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  }, [text]);
  const choose = (record: string) => {
    chosen(record);
    setText('');
  };
  const label = fill(words.findRecord, { label: what });
  return (
    <div className="find">
      <span className="find-box">
        <Icon name="search" />
        <input
          className="control"
          id={id}
          type="search"
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Who searches does not send the form.
            event.preventDefault();
            if (found?.length === 1 && found[0] !== undefined) choose(found[0].id);
          }}
        />
      </span>
      <ul className="find-list" aria-live="polite">
        {found?.map((record) => (
          <li key={record.id}>
            <button type="button" className="button button-quiet" onClick={() => choose(record.id)}>
              {record.name}
            </button>
          </li>
        ))}
        {found?.length === 0 && <li className="muted">{words.nothingFound}</li>}
      </ul>
    </div>
  );
}
