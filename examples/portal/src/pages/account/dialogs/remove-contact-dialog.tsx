import { type ContactFragment, RemoveContactDocument } from '../../../api/generated.ts';
import { tell } from '../../../ui/told.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { nameOf } from '../contacts/contact-name.ts';
import { ConfirmDialog } from '../forms/confirm-dialog.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  {
    title: 'Remove contact',
    sure: '{name} is removed from this account for good. The history keeps that there was such a contact.',
    remove: 'Remove',
    removed: '{name} was removed.',
  },
  {
    title: 'Kontakt entfernen',
    sure: '{name} wird endgültig von diesem Konto entfernt. Der Verlauf hält fest, dass es den Kontakt gab.',
    remove: 'Entfernen',
    removed: '{name} wurde entfernt.',
  },
);

interface RemoveContactProps {
  readonly contact: ContactFragment;
  readonly onClose: () => void;
}

export function RemoveContactDialog({ contact, onClose }: RemoveContactProps) {
  const words = useWords(WORDS);
  const { account } = useAccount();
  const name = nameOf(contact);
  const submission = useSubmit(
    RemoveContactDocument,
    ({ removeContact }) => removeContact,
    [],
    () => {
      onClose();
      tell(fill(words.removed, { name }));
    },
  );
  return (
    <ConfirmDialog
      by="ADD_CONTACT"
      title={words.title}
      action={words.remove}
      submission={submission}
      onSend={() => submission.send({ input: { accountId: account.id, contactId: contact.id } })}
      onClose={onClose}
    >
      {fill(words.sure, { name })}
    </ConfirmDialog>
  );
}
