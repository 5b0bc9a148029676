import { useState } from 'react';
import { ActivateResellerDocument } from '../../../api/generated.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { useSubmit } from '../../../api/use-submit.ts';
import { ActionButton, Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { FormTrouble } from '../form-trouble.tsx';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';

const WORDS = defineWords(
  { cancel: 'Cancel', done: 'Back-ordering of {name} is active.' },
  { cancel: 'Abbrechen', done: 'Das Back-Ordering von {name} ist aktiv.' },
);

/** The step that cannot be undone. What is in its way the server says, account by account. */
export function Activate({ onDone }: { readonly onDone: (text: string) => void }) {
  const words = useWords(WORDS);
  const { id, name } = useReseller();
  const { label, help, denied } = useMutationWords('activateBackOrdering');
  const [isOpen, setOpen] = useState(false);
  const submit = useSubmit(ActivateResellerDocument, (data) => data.activateBackOrdering);
  const close = () => {
    setOpen(false);
    submit.reset();
  };
  const activate = async () => {
    const sent = await submit.send({ input: { tenantResellerId: id } });
    if (sent === null) return;
    close();
    onDone(fill(words.done, { name }));
  };
  return (
    <>
      <ActionButton tone="main" denied={denied} onPress={() => setOpen(true)}>
        {label}
      </ActionButton>
      {isOpen && (
        <Dialog title={label} onClose={close}>
          <p>{help}</p>
          <FormTrouble failure={submit.failure} refusals={sortRefusals(submit.refusals, []).elsewhere} />
          <div className="dialog-foot">
            <Button onPress={close}>{words.cancel}</Button>
            <Button tone="main" isPending={submit.isPending} onPress={activate}>
              {label}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
