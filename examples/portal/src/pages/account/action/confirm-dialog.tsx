import type { AccountAction, AccountReferenceInput, TypedDocumentString } from '../../../api/generated.ts';
import { DeleteAccountDocument, ReactivateAccountDocument, SuspendAccountDocument } from '../../../api/generated.ts';
import { useMutationWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { tell } from '../../../ui/told.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { useAction } from './use-action.ts';

const WORDS = defineWords(
  {
    about: 'This is about {name}.',
    suspended: '{name} is suspended.',
    active: '{name} is active again.',
    deleted: '{name} is deleted.',
  },
  {
    about: 'Es geht um {name}.',
    suspended: '{name} ist suspendiert.',
    active: '{name} ist wieder aktiv.',
    deleted: '{name} ist gelöscht.',
  },
);

interface DialogProps {
  readonly onClose: () => void;
}

export function SuspendDialog(props: DialogProps) {
  return (
    <ConfirmDialog
      {...props}
      action="SUSPEND"
      mutation="suspendAccount"
      document={SuspendAccountDocument}
      done="suspended"
    />
  );
}

export function ReactivateDialog(props: DialogProps) {
  return (
    <ConfirmDialog
      {...props}
      action="REACTIVATE"
      mutation="reactivateAccount"
      document={ReactivateAccountDocument}
      done="active"
    />
  );
}

export function DeleteDialog(props: DialogProps) {
  return (
    <ConfirmDialog
      {...props}
      action="DELETE"
      mutation="deleteAccount"
      document={DeleteAccountDocument}
      done="deleted"
      tone="danger"
    />
  );
}

interface ConfirmDialogProps extends DialogProps {
  readonly action: AccountAction;
  readonly mutation: string;
  readonly document: TypedDocumentString<object, { readonly input: AccountReferenceInput }>;
  readonly done: 'suspended' | 'active' | 'deleted';
  readonly tone?: 'main' | 'danger';
}

/** What is done with a yes: it says what happens, in the server's words. */
function ConfirmDialog({ action, mutation, document, done, tone = 'main', onClose }: ConfirmDialogProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const { label, help } = useMutationWords(mutation);
  const { account } = useAccount();
  const { send, at: _, ...sending } = useAction(document, []);
  const name = account.name ?? '';
  return (
    <ActionDialog
      {...sending}
      action={action}
      title={label}
      send={policy.action(action).label}
      tone={tone}
      onClose={onClose}
      onSend={() =>
        send({ input: { accountId: account.id } }, () => {
          tell(fill(words[done], { name }));
          onClose();
        })
      }
    >
      <p>
        <strong>{fill(words.about, { name })}</strong> {help}
      </p>
    </ActionDialog>
  );
}
