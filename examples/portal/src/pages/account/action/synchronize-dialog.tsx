import { useState } from 'react';
import { SynchronizeAccountDocument } from '../../../api/generated.ts';
import { useInputWords, useMutationWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { tell } from '../../../ui/told.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { useAction } from './use-action.ts';

const WORDS = defineWords(
  { done: 'A synchronization with {system} is asked for.' },
  { done: 'Eine Synchronisation mit {system} ist angefordert.' },
);
const PLACES = [['systemCode']];

/** With which provisioning system. */
export function SynchronizeDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const { action } = usePolicyWords();
  const { label, help } = useMutationWords('synchronizeAccount');
  const input = useInputWords('synchronizeAccount');
  const { account } = useAccount();
  const [systemCode, setSystemCode] = useState('');
  const { send, at, ...sending } = useAction(SynchronizeAccountDocument, PLACES);
  return (
    <ActionDialog
      {...sending}
      action="SYNCHRONIZE"
      title={label}
      send={action('SYNCHRONIZE').label}
      isTyped={systemCode !== ''}
      onClose={onClose}
      onSend={() =>
        send({ input: { accountId: account.id, systemCode } }, () => {
          tell(fill(words.done, { system: systemCode }));
          onClose();
        })
      }
    >
      <p className="muted">{help}</p>
      <TextField
        {...input('systemCode')}
        isRequired
        autoFocus
        error={at('systemCode')}
        value={systemCode}
        onChange={setSystemCode}
      />
    </ActionDialog>
  );
}
