import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { CallFailure } from '../../../api/ask.ts';
import type { RefusalFragment, StepResultFragment } from '../../../api/generated.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { focusFirstRefusal } from '../focus-first-refusal.ts';
import { FormTrouble } from '../form-trouble.tsx';
import { Changes } from '../go-live/changes.tsx';
import { useMutationWords } from '../use-mutation.ts';
import type { Selected } from './moves.tsx';

const WORDS = defineWords(
  {
    check: 'Check first',
    cancel: 'Cancel',
    checked: 'Checked. Nothing is changed yet.',
    some: 'Done: {names}. What is still here was refused and is unchanged.',
    none: 'All of it was refused. Nothing is changed.',
    done: '{step}: {names}.',
  },
  {
    check: 'Erst prüfen',
    cancel: 'Abbrechen',
    checked: 'Geprüft. Noch ist nichts geändert.',
    some: 'Erledigt: {names}. Was noch hier steht, wurde abgelehnt und ist unverändert.',
    none: 'Alles wurde abgelehnt. Es ist nichts geändert.',
    done: '{step}: {names}.',
  },
);

/** How a form's mutation stands, whatever it sends. */
interface Submitted {
  readonly payload: StepResultFragment | null;
  readonly refusals: readonly RefusalFragment[];
  readonly failure: CallFailure | null;
  readonly isPending: boolean;
}

interface StepFrameProps {
  readonly mutation: string;
  readonly accounts: readonly Selected[];
  /** What is typed, as text: once it is another, what was checked is no longer what would be sent. */
  readonly typed?: string;
  readonly submit: Submitted;
  readonly send: (accounts: readonly Selected[], isDryRun: boolean) => Promise<StepResultFragment | null>;
  /** The fields of the whole call; where they stand below `input`. */
  readonly fields?: ReactNode;
  readonly places?: readonly (readonly string[])[];
  /** The field of one account, with what was refused of it. */
  readonly fieldOf?: (account: Selected, refused: string | undefined) => ReactNode;
  /** What people call what changes may speak of, by ids. */
  readonly names?: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** A step of several accounts, each for itself: what would change can be looked at first, and what is refused stays to be corrected. */
export function StepFrame(props: StepFrameProps) {
  const {
    mutation,
    accounts: chosen,
    typed,
    submit,
    send,
    fields,
    places = [],
    names = NO_NAMES,
    fieldOf,
    onClose,
    onDone,
  } = props;
  const words = useWords(WORDS);
  const { label, help } = useMutationWords(mutation);
  const [accounts, setAccounts] = useState(chosen);
  const [notice, setNotice] = useState<{ readonly tone: 'good' | 'warn'; readonly text: string } | null>(null);
  const [isChecked, setChecked] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is the occasion.
  useEffect(() => {
    setChecked(false);
    setNotice(null);
  }, [typed]);
  const results = new Map(submit.payload?.results.map((result) => [result.accountId, result]));
  const namesOf = (some: readonly Selected[]) => some.map(({ id, name }) => name ?? id).join(', ');
  const go = async (isDryRun: boolean) => {
    setNotice(null);
    setChecked(false);
    const came = await send(accounts, isDryRun);
    focusFirstRefusal();
    if (came === null) return;
    const refused = new Set(came.results.filter(({ userErrors }) => userErrors.length > 0).map((one) => one.accountId));
    const done = accounts.filter(({ id }) => !refused.has(id));
    setChecked(isDryRun);
    if (isDryRun) return setNotice({ tone: refused.size > 0 ? 'warn' : 'good', text: words.checked });
    if (refused.size === 0) return onDone(fill(words.done, { step: label, names: namesOf(done) }));
    setAccounts(accounts.filter(({ id }) => refused.has(id)));
    setNotice({ tone: 'warn', text: done.length === 0 ? words.none : fill(words.some, { names: namesOf(done) }) });
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    void go(false);
  };
  return (
    <Dialog title={label} isWide onClose={onClose}>
      <form className="stack" onSubmit={submitted} noValidate>
        <p className="muted">{help}</p>
        {fields}
        {accounts.map((account) => {
          const result = results.get(account.id);
          const refused = result?.userErrors.map(({ message }) => message) ?? [];
          return (
            <fieldset key={account.id} className="transfer">
              <legend>{account.name ?? account.id}</legend>
              {fieldOf?.(account, refused.join(' ') || undefined)}
              {fieldOf === undefined && <FormTrouble failure={null} refusals={refused} />}
              {isChecked && result?.userErrors.length === 0 && <Changes changes={result.changes} names={names} />}
            </fieldset>
          );
        })}
        <FormTrouble failure={submit.failure} refusals={sortRefusals(submit.refusals, places).elsewhere} />
        {notice !== null && <Notice tone={notice.tone}>{notice.text}</Notice>}
        <div className="dialog-foot">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button isPending={submit.isPending} onPress={() => go(true)}>
            {words.check}
          </Button>
          <Button type="submit" tone="main" isPending={submit.isPending}>
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
