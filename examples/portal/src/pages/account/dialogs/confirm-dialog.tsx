import type { AccountAction, AccountReferenceInput, TypedDocumentString } from '../../../api/generated.ts';
import {
  DeleteAccountDocument,
  ReactivateAccountDocument,
  SuspendAccountDocument,
} from '../../../api/generated.ts';
import { useMutationWords, usePolicyWords } from '../../../state/policy-words.tsx';
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

interface Confirmed {
  readonly action: AccountAction;
  readonly mutation: string;
  readonly document: TypedDocumentString<object, { readonly input: AccountReferenceInput }>;
  readonly done: 'suspended' | 'active' | 'deleted';
  readonly tone?: 'main' | 'danger';
}

interface DialogProps {
  readonly onClose: () => void;
}

/** What is done with a yes: it says what happens, in the server's words. */
function confirmDialog({ action, mutation, document, done, tone = 'main' }: Confirmed) {
  return function ConfirmDialog({ onClose }: DialogProps) {
    const words = useWords(WORDS);
    const policy = usePolicyWords();
    const { label, help } = useMutationWords(mutation);
    const { account, tell } = useAccount();
    const { send, ...sending } = useAction(document, []);
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
  };
}

export const SuspendDialog = confirmDialog({
  action: 'SUSPEND',
  mutation: 'suspendAccount',
  document: SuspendAccountDocument,
  done: 'suspended',
});

export const ReactivateDialog = confirmDialog({
  action: 'REACTIVATE',
  mutation: 'reactivateAccount',
  document: ReactivateAccountDocument,
  done: 'active',
});

export const DeleteDialog = confirmDialog({
  action: 'DELETE',
  mutation: 'deleteAccount',
  document: DeleteAccountDocument,
  done: 'deleted',
  tone: 'danger',
});
