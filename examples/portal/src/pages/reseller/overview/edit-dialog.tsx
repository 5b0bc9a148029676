import { type FormEvent, useState } from 'react';
import { UpdateResellerDocument } from '../../../api/generated.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { useSubmit } from '../../../api/use-submit.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SwitchField, TextField } from '../../../ui/fields.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { focusFirstRefusal } from '../focus-first-refusal.ts';
import { FormTrouble } from '../form-trouble.tsx';
import { usePriceLists } from '../prices/choose-list.tsx';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';
import { changedValues } from './changed-values.ts';

const WORDS = defineWords({ save: 'Save', cancel: 'Cancel' }, { save: 'Speichern', cancel: 'Abbrechen' });
const FIELDS = [['name'], ['currency'], ['separateInvoices'], ['priceListId']] as const;
/** In the list to choose from. */
const NO_LIST = '';

interface EditDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function EditDialog({ onClose, onDone }: EditDialogProps) {
  const words = useWords(WORDS);
  const reseller = useReseller();
  const mutation = useMutationWords('updateTenantReseller');
  // As it was when the form was opened: what was not touched is not sent, so that nobody else's change is undone.
  const [before] = useState({
    name: reseller.name,
    currency: reseller.currency,
    separateInvoices: reseller.separateInvoices,
    priceListId: reseller.priceList?.id ?? null,
  });
  const [draft, setDraft] = useState(before);
  const { choices } = usePriceLists();
  const submit = useSubmit(UpdateResellerDocument, (data) => data.updateTenantReseller);
  const refusals = sortRefusals(submit.refusals, FIELDS);
  const field = (name: keyof typeof before) => ({ ...mutation.input(name), error: refusals.at(name) });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await submit.send({ input: { tenantResellerId: reseller.id, ...changedValues(before, draft) } });
    if (sent === null) focusFirstRefusal();
    else onDone();
  };
  return (
    <Dialog title={mutation.label} onClose={onClose}>
      <form className="stack" onSubmit={save} noValidate>
        <p className="muted">{mutation.help}</p>
        <TextField {...field('name')} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} autoFocus />
        <TextField
          {...field('currency')}
          value={draft.currency}
          onChange={(currency) => setDraft({ ...draft, currency })}
        />
        <SwitchField
          {...field('separateInvoices')}
          isSelected={draft.separateInvoices}
          onChange={(separateInvoices) => setDraft({ ...draft, separateInvoices })}
        />
        <SelectField
          {...field('priceListId')}
          choices={choices}
          value={draft.priceListId ?? NO_LIST}
          onChange={(id) => setDraft({ ...draft, priceListId: id || null })}
        />
        <FormTrouble failure={submit.failure} refusals={refusals.elsewhere} />
        <div className="dialog-foot">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" tone="main" isPending={submit.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
