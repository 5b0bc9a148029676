import { useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import { AnyControl } from './any-control.tsx';
import { beginning, type Path } from './draft.ts';
import { useForm } from './form-context.ts';
import { type JsonSchema, shapeOf } from './json-schema.ts';
import { limitsOf } from './limits.ts';
import { ListControl, ObjectControl } from './nested-controls.tsx';
import { BooleanControl, ChoiceControl, TextControl } from './plain-controls.tsx';

export interface FieldProps {
  readonly schema: JsonSchema | boolean;
  readonly path: Path;
  readonly isRequired: boolean;
  readonly value: unknown;
  /** What is recorded now: shown until something else is to be sent. Undefined where nothing was read. */
  readonly current?: unknown;
  /** An item of a list has its number for a name, and no value of its own to be left out. */
  readonly label?: string;
  /** Part of something that is locked. */
  readonly isReadOnly?: boolean;
}

/** One value of an input: what it is called and for, whether it is sent, its control, what is locked and what is wrong. */
export function FormField(props: FieldProps) {
  const { schema, path, isRequired, value, current } = props;
  const form = useForm();
  const { words, fill } = useWords();
  const shape = shapeOf(schema, form.root);
  const wording = form.wording(path);
  const label = props.label ?? wording.label;
  const lock = form.lock(path);
  const faults = form.faults(path);
  const id = form.id(path);
  const said = {
    help: wording.help === '' || props.label !== undefined ? null : `${id}:help`,
    lock: lock === null ? null : `${id}:lock`,
    faults: faults.length === 0 ? null : `${id}:faults`,
  };
  const isNested = shape.kind === 'object' || shape.kind === 'list';
  const isGroup = isNested || shape.kind === 'boolean' || shape.kind === 'any';
  const control = {
    id,
    label,
    path,
    shape,
    value: value === undefined ? current : value,
    isLeftOut: value === undefined,
    isRequired,
    isDisabled: lock !== null || props.isReadOnly === true,
    isWrong: faults.length > 0,
    describedBy:
      Object.values(said)
        .filter((part) => part !== null)
        .join(' ') || undefined,
    change: (next: unknown) => form.change(path, next),
  };
  const limits = limitsOf(shape, words, fill);
  return (
    <div
      className={`field is-${shape.kind}${lock ? ' is-locked' : ''}${faults.length > 0 ? ' is-wrong' : ''}`}
      {...(isGroup
        ? { role: 'group', 'aria-labelledby': `${id}:label`, 'aria-describedby': control.describedBy, id, tabIndex: -1 }
        : {})}
    >
      <div className="field-said">
        <div className="field-head">
          {isGroup ? (
            <span className="field-label" id={`${id}:label`}>
              {lock && <Icon name="lock" />}
              {label}
            </span>
          ) : (
            <label className="field-label" htmlFor={id} id={`${id}:label`}>
              {lock && <Icon name="lock" />}
              {label}
            </label>
          )}
          {isRequired && <span className="field-required">{words.required}</span>}
          <Sending {...props} label={label} isNullable={shape.isNullable} isLocked={lock !== null} />
        </div>
        {said.help && (
          <p className="field-help" id={said.help}>
            {wording.help}
            {limits !== null && <span className="field-limits"> {limits}.</span>}
          </p>
        )}
        {lock && (
          <p className="field-lock" id={said.lock ?? undefined}>
            {lock.message}
          </p>
        )}
      </div>
      <div className="field-control">
        {isHidden(props, isNested) ? null : shape.kind === 'object' ? (
          <ObjectControl {...control} />
        ) : shape.kind === 'list' ? (
          <ListControl {...control} />
        ) : shape.kind === 'boolean' ? (
          <BooleanControl {...control} />
        ) : shape.kind === 'choice' ? (
          <ChoiceControl {...control} />
        ) : shape.kind === 'any' ? (
          <AnyControl {...control} />
        ) : (
          <TextControl {...control} />
        )}
        {said.faults && (
          <ul className="field-faults" id={said.faults}>
            {faults.map((fault) => (
              <li key={fault}>
                <Icon name="warn" />
                {fault}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** What is null has no control, and what nests none before it is to be sent or was read. */
function isHidden({ value, current, isRequired, isReadOnly }: FieldProps, isNested: boolean): boolean {
  if (value === null) return !isReadOnly;
  return isNested && !isRequired && value === undefined && (current === undefined || current === null);
}

/** Whether the value is left out, null or given: three things, of which none is taken for another. */
function Sending({
  schema,
  path,
  isRequired,
  value,
  current,
  label,
  isNullable,
  isLocked,
  isReadOnly,
}: FieldProps & { isNullable: boolean; isLocked: boolean }) {
  const form = useForm();
  const { words, fill } = useWords();
  if (isLocked || isReadOnly || (isRequired && !isNullable)) return null;
  const state = value === undefined ? 'out' : value === null ? 'null' : 'value';
  const choose = (next: string) => {
    if (next === 'out') form.change(path, undefined);
    else if (next === 'null') form.change(path, null);
    else form.change(path, current ?? beginning(schema, form.root) ?? '');
  };
  return (
    <span className={`sending sending-${state}`}>
      <select
        value={state}
        onChange={(event) => choose(event.target.value)}
        aria-label={fill(words.sending, { label: label ?? '' })}
      >
        {!isRequired && <option value="out">{current === undefined ? words.leaveOut : words.keep}</option>}
        {isNullable && <option value="null">{words.empty}</option>}
        <option value="value">{words.value}</option>
      </select>
      <Icon name="down" />
    </span>
  );
}
