import { type FormEvent, useState } from 'react';
import { type PlannedAccountFragment, TransferToResellerDocument } from '../../../api/generated.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { useSubmit } from '../../../api/use-submit.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { focusFirstRefusal } from '../focus-first-refusal.ts';
import { FormTrouble } from '../form-trouble.tsx';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';
import { EMPTY_DRAFT, type TransferDraft, transferInput } from './transfer-draft.ts';
import { TransferFields } from './transfer-fields.tsx';

const WORDS = defineWords(
  {
    check: 'Check first',
    transfer: 'Transfer',
    cancel: 'Cancel',
    checked: 'Checked: this is what would change. Nothing is changed yet.',
    nothing: 'Checked: this would be refused. Nothing is changed.',
    partly: 'Checked: {refused} of {count} would be refused; the others could be transferred.',
    some: '{done} transferred, {refused} refused. What was refused is unchanged.',
    done: 'Transferred: {names}.',
  },
  {
    check: 'Erst prüfen',
    transfer: 'Übergeben',
    cancel: 'Abbrechen',
    checked: 'Geprüft: Das würde sich ändern. Noch ist nichts geändert.',
    nothing: 'Geprüft: Das würde abgelehnt. Es ist nichts geändert.',
    partly: 'Geprüft: {refused} von {count} würden abgelehnt; die übrigen ließen sich übergeben.',
    some: '{done} übergeben, {refused} abgelehnt. Was abgelehnt ist, ist unverändert.',
    done: 'Übergeben: {names}.',
  },
);

interface TransferDialogProps {
  readonly accounts: readonly PlannedAccountFragment[];
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}

/** Hands accounts to the reseller, each for itself; what would change can be looked at first. */
export function TransferDialog({ accounts: chosen, onClose, onDone }: TransferDialogProps) {
  const words = useWords(WORDS);
  const formats = useFormats();
  const { id } = useReseller();
  const mutation = useMutationWords('transferAccounts');
  const [drafts, setDrafts] = useState<Readonly<Record<string, TransferDraft>>>({});
  // Without those that are done: what was refused of a call stays, to be corrected.
  const [accounts, setAccounts] = useState(chosen);
  const [sent, setSent] = useState<{ readonly isDryRun: boolean; readonly moved: number } | null>(null);
  const submit = useSubmit(TransferToResellerDocument, (data) => data.transferAccounts);
  const results = new Map(submit.payload?.results.map((result, position) => [result.accountId, { result, position }]));
  const refused = [...results.values()].filter(({ result }) => result.userErrors.length > 0).length;
  const checked = refused === 0 ? words.checked : refused === results.size ? words.nothing : words.partly;
  const send = async (isDryRun: boolean) => {
    const came = await submit.send({ input: transferInput(id, accounts, drafts, isDryRun) });
    if (came === null) return setSent(null);
    focusFirstRefusal();
    const done = came.results.filter(({ userErrors }) => userErrors.length === 0);
    setSent({ isDryRun, moved: done.length });
    if (isDryRun) return;
    if (done.length === came.results.length) {
      return onDone(fill(words.done, { names: done.map(({ account }) => account?.name ?? '').join(', ') }));
    }
    const gone = new Set(done.map(({ accountId }) => accountId));
    setAccounts(accounts.filter(({ account }) => !gone.has(account.id)));
  };
  const transfer = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  // What is typed after a check is not what was checked.
  const change = (account: string, draft: TransferDraft) => {
    setDrafts({ ...drafts, [account]: draft });
    if (sent !== null) setSent(null);
  };
  return (
    <Dialog title={mutation.label} isWide onClose={onClose}>
      <form className="stack" onSubmit={transfer} noValidate>
        <p className="muted">{mutation.help}</p>
        {accounts.map((planned, index) => (
          <TransferFields
            key={planned.account.id}
            planned={planned}
            mutation={mutation}
            draft={drafts[planned.account.id] ?? EMPTY_DRAFT}
            onChange={(draft) => change(planned.account.id, draft)}
            result={results.get(planned.account.id)}
            isChecked={sent?.isDryRun ?? false}
            hasFocus={index === 0}
          />
        ))}
        <FormTrouble failure={submit.failure} refusals={sortRefusals(submit.refusals, []).elsewhere} />
        {sent !== null && (
          <Notice tone={refused > 0 ? 'warn' : 'good'}>
            {sent.isDryRun
              ? fill(checked, { refused: formats.count(refused), count: formats.count(results.size) })
              : fill(words.some, { done: formats.count(sent.moved), refused: formats.count(refused) })}
          </Notice>
        )}
        <div className="dialog-foot">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button isPending={submit.isPending} onPress={() => send(true)}>
            {words.check}
          </Button>
          <Button type="submit" tone="main" isPending={submit.isPending}>
            {words.transfer}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
