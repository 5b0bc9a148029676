import { useState } from 'react';
import { RelateAccountDocument, type RelationKind } from '../../../api/generated.ts';
import { useInputWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { tell } from '../../../ui/told.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { DialogForm } from '../forms/dialog-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  { title: 'Add relation', relate: 'Relate', done: '{label} is related to this account.' },
  { title: 'Beziehung hinzufügen', relate: 'Verknüpfen', done: '{label} ist mit diesem Konto verknüpft.' },
);
const PLACES = [['kind'], ['targetId'], ['label']];

/** Links the account to a record of another kind. */
export function RelateDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const inputs = useInputWords('relateAccount');
  const kinds = usePolicyWords().values('RelationKind');
  const { account } = useAccount();
  const [kind, setKind] = useState(kinds[0]?.value ?? '');
  const [targetId, setTargetId] = useState('');
  const [label, setLabel] = useState('');
  const submission = useSubmit(
    RelateAccountDocument,
    ({ relateAccount }) => relateAccount,
    PLACES,
    ({ relation }) => {
      onClose();
      tell(fill(words.done, { label: relation?.label ?? relation?.targetId ?? '' }));
    },
  );
  const { refusals } = submission;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <DialogForm
        by="RELATE"
        submission={submission}
        action={words.relate}
        onSend={() =>
          submission.send({ input: { accountId: account.id, kind: kind as RelationKind, targetId, label } })
        }
        onClose={onClose}
      >
        <SelectField
          label={inputs('kind').label}
          choices={kinds.map(({ value, label: text }) => ({ id: value, label: text }))}
          value={kind}
          onChange={setKind}
          error={refusals.at('kind')}
        />
        <TextField
          label={inputs('targetId').label}
          help={inputs('targetId').help}
          value={targetId}
          onChange={setTargetId}
          error={refusals.at('targetId')}
          autoFocus
        />
        <TextField
          label={inputs('label').label}
          help={inputs('label').help}
          value={label}
          onChange={setLabel}
          error={refusals.at('label')}
        />
      </DialogForm>
    </Dialog>
  );
}
