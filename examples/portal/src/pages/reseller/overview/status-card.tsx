import { type FormEvent, useState } from 'react';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import { type TenantResellerStatus, UpdateResellerDocument } from '../../../api/generated.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { useSubmit } from '../../../api/use-submit.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { ActionButton, Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { EnumBadge } from '../../resellers/enum-badge.tsx';
import { RESELLER_TONES } from '../../resellers/tones.ts';
import { FormTrouble } from '../form-trouble.tsx';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';

const STATUS = 'TenantResellerStatus';
const WORDS = defineWords(
  {
    title: 'Status',
    change: 'Change status',
    confirm: 'Change to “{status}”',
    same: 'As it is',
    cancel: 'Cancel',
    done: 'The status is “{status}” from now on.',
  },
  {
    title: 'Status',
    change: 'Status ändern',
    confirm: 'Auf „{status}“ ändern',
    same: 'So lassen',
    cancel: 'Abbrechen',
    done: 'Der Status ist von nun an „{status}“.',
  },
);

/** Whether what the reseller's sync sends is taken, and what another status would do. */
export function StatusCard({ onDone }: { readonly onDone: (text: string) => void }) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const { status } = useReseller();
  const { denied } = useMutationWords('updateTenantReseller');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="reseller-status">
      <div className="card-head">
        <h2 id="reseller-status">{words.title}</h2>
        <ActionButton denied={denied} onPress={() => setOpen(true)}>
          {words.change}
        </ActionButton>
      </div>
      <div className="stack stack-tight">
        <div>
          <EnumBadge of={STATUS} value={status} tones={RESELLER_TONES} />
        </div>
        <p>{policy.value(STATUS, status).help}</p>
      </div>
      {isOpen && (
        <StatusDialog
          onClose={() => setOpen(false)}
          onDone={(now) => {
            setOpen(false);
            onDone(fill(words.done, { status: policy.value(STATUS, now).label }));
          }}
        />
      )}
    </section>
  );
}

interface StatusDialogProps {
  readonly onClose: () => void;
  readonly onDone: (status: TenantResellerStatus) => void;
}

function StatusDialog({ onClose, onDone }: StatusDialogProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const reseller = useReseller();
  const { label, help } = useMutationWords('updateTenantReseller').input('status');
  const [chosen, setChosen] = useState<TenantResellerStatus>(reseller.status);
  const submit = useSubmit(UpdateResellerDocument, (data) => data.updateTenantReseller);
  const refusals = sortRefusals(submit.refusals, []);
  const isSame = chosen === reseller.status;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSame) return onClose();
    const sent = await submit.send({ input: { tenantResellerId: reseller.id, status: chosen } });
    if (sent !== null) onDone(chosen);
  };
  return (
    <Dialog title={words.change} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        <RadioGroup
          className="reseller-choices"
          value={chosen}
          onChange={(value) => setChosen(value as TenantResellerStatus)}
        >
          <Label className="field-label">{label}</Label>
          <Text slot="description" className="field-help">
            {help}
          </Text>
          {policy.values(STATUS).map((one) => (
            <Radio key={one.value} value={one.value} className="reseller-choice">
              <span className="reseller-choice-mark" aria-hidden />
              <span>
                <strong>{one.label}</strong>
                <span className="reseller-choice-help">{one.help}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
        <FormTrouble failure={submit.failure} refusals={refusals.elsewhere} />
        <div className="dialog-foot">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" tone="main" isPending={submit.isPending}>
            {isSame ? words.same : fill(words.confirm, { status: policy.value(STATUS, chosen).label })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
