import { type RelationFragment, UnrelateAccountDocument } from '../../../api/generated.ts';
import { tell } from '../../../ui/told.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { ConfirmDialog } from '../forms/confirm-dialog.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  {
    title: 'Remove relation',
    sure: 'The relation to {label} is removed for good. The record itself stays where it is kept.',
    remove: 'Remove',
    removed: 'The relation to {label} was removed.',
  },
  {
    title: 'Beziehung entfernen',
    sure: 'Die Beziehung zu {label} wird endgültig entfernt. Der Datensatz selbst bleibt, wo er geführt wird.',
    remove: 'Entfernen',
    removed: 'Die Beziehung zu {label} wurde entfernt.',
  },
);

interface UnrelateProps {
  readonly relation: RelationFragment;
  readonly onClose: () => void;
}

export function UnrelateDialog({ relation, onClose }: UnrelateProps) {
  const words = useWords(WORDS);
  const { account } = useAccount();
  const label = relation.label ?? relation.targetId;
  const submission = useSubmit(
    UnrelateAccountDocument,
    ({ unrelateAccount }) => unrelateAccount,
    [],
    () => {
      onClose();
      tell(fill(words.removed, { label }));
    },
  );
  return (
    <ConfirmDialog
      by="RELATE"
      title={words.title}
      action={words.remove}
      submission={submission}
      onSend={() => submission.send({ input: { accountId: account.id, relationId: relation.id } })}
      onClose={onClose}
    >
      {fill(words.sure, { label })}
    </ConfirmDialog>
  );
}
