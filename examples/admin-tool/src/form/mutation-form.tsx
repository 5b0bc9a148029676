import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { asFailure, ask, type CallFailure, failureFrom } from '../api/ask.ts';
import { DRY_RUN } from '../api/conventions.ts';
import { inputTypeAt } from '../api/input-types.ts';
import { namedType, printRef } from '../api/introspection.ts';
import type { MutationPolicy, Standing } from '../api/policy.ts';
import { selectionOf } from '../api/selection.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Notice } from '../ui/notice.tsx';
import { Scrolling } from '../ui/scrolling.tsx';
import { at, type Path, sent, withValue } from './draft.ts';
import { FormField } from './field.tsx';
import { finderFor } from './finder.ts';
import { FormContext, type Lock, withoutPositions } from './form-context.ts';
import { shapeOf } from './json-schema.ts';
import { misfitWords } from './misfit-words.ts';
import { MutationAnswer } from './mutation-answer.tsx';
import { type Extent, extentOf, placeOf, type Refusal, refusalsIn } from './refusal-places.ts';
import { useLeftFields } from './use-left-fields.ts';
import { validatorOf } from './validate.ts';

interface MutationFormProps {
  readonly mutation: MutationPolicy;
  readonly draft: unknown;
  readonly setDraft: (change: (before: unknown) => unknown) => void;
  /** What is recorded now, by the properties that change it. */
  readonly current: Readonly<Record<string, unknown>>;
  readonly locks: NonNullable<Standing['fieldLocks']>;
  /** Something may have changed. */
  readonly settled: () => void;
}

interface Outcome {
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly refusals: readonly Refusal[];
  readonly extent: Extent;
  readonly failure: CallFailure | null;
  readonly wasDryRun: boolean;
}

/** The form of any mutation, from the JSON Schema of its input. */
export function MutationForm({ mutation, draft, setDraft, current, locks, settled }: MutationFormProps) {
  const { catalogue, caller, signOut } = useTool();
  const { words, fill } = useWords();
  const { schema } = catalogue;
  const field = schema.mutations.find(({ name }) => name === mutation.mutation);
  const root = mutation.inputSchema;
  const validate = useMemo(() => validatorOf(root), [root]);
  const { left, leave, forget } = useLeftFields();
  const [wasTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [showSummary, setShowSummary] = useState(0);
  const isUnderway = useRef(false);
  const summary = useRef<HTMLDivElement>(null);

  const { schema: own } = shapeOf(root, root);
  const properties = Object.entries(own.properties ?? {});
  const idOf = (path: Path) => ['input', ...path].join('-');
  const misfits = validate(sent(draft));
  const shownMisfits = misfits.filter(
    ({ path, keyword }) => wasTried || (keyword !== 'required' && left.has(idOf(path))),
  );
  const refusals = outcome?.refusals ?? [];
  const placed = refusals.map((refusal) => ({ refusal, place: placeOf(refusal, draft) }));
  useEffect(() => {
    if (showSummary > 0) summary.current?.focus();
  }, [showSummary]);

  const change = (path: Path, value: unknown) => {
    setOutcome((before) =>
      before === null
        ? null
        : {
            ...before,
            answer: null,
            refusals: before.refusals.filter((one) => idOf(placeOf(one, draft)) !== idOf(path)),
          },
    );
    setDraft((before) => {
      const [top] = path;
      // Of a value that is as it is, a part is changed: the rest of it is sent as it is.
      const isKept =
        path.length > 1 && top !== undefined && at(before, [top]) === undefined && current[top] !== undefined;
      return withValue(isKept ? withValue(before, [top], current[top]) : before, path, value);
    });
  };
  const argument = field?.args.find(({ name }) => name === 'input');
  const types = field?.args ?? [];
  const form = {
    root,
    wording: (path: Path) => catalogue.inputWording(mutation, ['input', ...withoutPositions(path)]),
    choice: (path: Path, value: unknown) =>
      catalogue.enumValue(inputTypeAt(schema, types, ['input', ...withoutPositions(path)])?.name ?? '', String(value)),
    lock: (path: Path): Lock | null => {
      const place = ['input', ...path].join('.');
      const changes = mutation.inputFields.find((one) => one.path.join('.') === place);
      return (changes && locks.find((lock) => lock.field === changes.field)) ?? null;
    },
    faults: (path: Path) => [
      ...shownMisfits
        .filter((misfit) => idOf(misfit.path) === idOf(path))
        .map((misfit) => misfitWords(misfit, words, fill)),
      ...placed
        .filter(({ place }) => path.length > 0 && idOf(place) === idOf(path))
        .map(({ refusal }) => refusal.message),
    ],
    id: idOf,
    change,
    finder: (path: Path) => finderFor(catalogue, caller, path),
  };

  const send = async (isDryRun: boolean) => {
    if (isUnderway.current) return;
    setTried(true);
    setOutcome(null);
    setShowSummary((before) => before + 1);
    if (misfits.length > 0 || field === undefined || argument === undefined) return;
    // The button is shut a moment later, and what is sent twice would be made twice.
    isUnderway.current = true;
    setSending(true);
    const input = sent(isDryRun ? withValue(draft, [DRY_RUN], true) : draft);
    const payload = namedType(schema, field.type);
    const query = `mutation Send($input: ${printRef(argument.type)}) { ${field.name}(input: $input) ${selectionOf(schema, payload, 2)} }`;
    const next = await ask<Record<string, Outcome['answer']>>(caller, query, { input }).then(
      ({ data, errors }): Outcome => {
        const answer = data[field.name] ?? null;
        return {
          answer,
          refusals: refusalsIn(answer),
          extent: extentOf(answer ?? {}),
          failure: answer === null ? failureFrom(errors) : null,
          wasDryRun: isDryRun,
        };
      },
      (error: unknown): Outcome => ({
        answer: null,
        refusals: [],
        extent: 'whole',
        failure: asFailure(error),
        wasDryRun: isDryRun,
      }),
    );
    isUnderway.current = false;
    setSending(false);
    setOutcome(next);
    setShowSummary((before) => before + 1);
    if (next.refusals.length === 0 && next.failure === null) {
      setTried(false);
      forget();
      if (!isDryRun) settled();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(at(draft, [DRY_RUN]) === true);
  };
  const wrong = [
    ...shownMisfits.map((misfit) => ({ path: misfit.path, message: misfitWords(misfit, words, fill), code: null })),
    ...placed.map(({ refusal, place }) => ({
      path: place,
      message: refusal.message,
      code: refusal.code,
      isRetryable: refusal.retryable,
    })),
  ];
  return (
    <form
      className="mutation-form"
      noValidate
      onSubmit={submit}
      aria-label={mutation.label}
      onBlur={({ target }) => leave(target.id)}
    >
      <div
        className="outcome"
        ref={summary}
        tabIndex={-1}
        role={wrong.length > 0 && (wasTried || refusals.length > 0) ? 'alert' : 'status'}
      >
        {wrong.length > 0 && (wasTried || refusals.length > 0) && (
          <Notice tone="bad">
            <strong>
              {refusals.length > 0
                ? { whole: words.refused, part: words.refusedPartly, unknown: words.refusedUnknown }[
                    outcome?.extent ?? 'whole'
                  ]
                : fill(words.wrong, {
                    n: wrong.length === 1 ? words.oneValue : fill(words.values, { n: wrong.length }),
                  })}
            </strong>
            <ul className="wrong">
              {wrong.map(({ path, message, code, ...rest }) => (
                <li key={`${path.join('.')} ${message}`}>
                  {path.length > 0 && (
                    <button type="button" className="link" onClick={() => focusField(idOf(path))}>
                      {form.wording(path).label}
                    </button>
                  )}
                  {path.length > 0 && ': '}
                  {message} {code !== null && <code className="id">{code}</code>}{' '}
                  {'isRetryable' in rest && rest.isRetryable && words.retryable}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {outcome !== null && outcome.refusals.length === 0 && field !== undefined && (
          <MutationAnswer payload={namedType(schema, field.type)} {...outcome} signOut={signOut} />
        )}
      </div>
      <FormContext value={form}>
        <div className="fields">
          {properties
            .filter(([name]) => name !== DRY_RUN)
            .map(([name, part]) => (
              <FormField
                key={name}
                schema={part}
                path={[name]}
                isRequired={own.required?.includes(name) ?? false}
                value={at(draft, [name])}
                current={current[name]}
              />
            ))}
        </div>
      </FormContext>
      <div className="send-bar">
        {properties.some(([name]) => name === DRY_RUN) && (
          <label className="switch" title={form.wording([DRY_RUN]).help}>
            <input
              type="checkbox"
              id={idOf([DRY_RUN])}
              checked={at(draft, [DRY_RUN]) === true}
              onChange={(event) => change([DRY_RUN], event.target.checked ? true : undefined)}
            />
            <span className="switch-track" />
            {form.wording([DRY_RUN]).label}
          </label>
        )}
        <button type="submit" className="button button-main" disabled={isSending}>
          {isSending ? `${words.sendingNow} …` : at(draft, [DRY_RUN]) === true ? words.tryIt : words.send}
        </button>
      </div>
      <details className="as-sent">
        <summary>{words.json}</summary>
        <Scrolling className="json-whole" label={words.json}>
          <pre className="json">{JSON.stringify({ input: sent(draft) }, null, 2)}</pre>
        </Scrolling>
      </details>
    </form>
  );
}

/** The control of a value, or the first one within. */
function focusField(id: string): void {
  const field = document.getElementById(id);
  const control = field?.matches('input, select, textarea')
    ? field
    : (field?.querySelector<HTMLElement>('input, select, button') ?? field);
  control?.focus();
}
