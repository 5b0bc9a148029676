import { type FormEvent, useState } from 'react';
import { PriceListsDocument, UpdateResellerDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { useSubmit } from '../../../api/use-submit.ts';
import { ActionButton, Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { RESELLER_WORDS } from '../../resellers/reseller-words.ts';
import { FormTrouble } from '../form-trouble.tsx';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';

const WORDS = defineWords(
  {
    choose: 'Choose a price list',
    cancel: 'Cancel',
    save: 'Save',
    done: 'From now on {name} applies to what is recorded.',
    doneNone: 'From now on the services’ own prices apply to what is recorded.',
  },
  {
    choose: 'Preisliste wählen',
    cancel: 'Abbrechen',
    save: 'Speichern',
    done: 'Für das, was von nun an erfasst wird, gilt {name}.',
    doneNone: 'Für das, was von nun an erfasst wird, gelten die eigenen Preise der Dienste.',
  },
);
/** In the list to choose from. */
const NO_LIST = '';
const FIELDS = [['priceListId']] as const;

/** Another price list, or none. */
export function ChooseList({ onDone }: { readonly onDone: (text: string) => void }) {
  const words = useWords(WORDS);
  const { denied } = useMutationWords('updateTenantReseller');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionButton denied={denied} onPress={() => setOpen(true)}>
        {words.choose}
      </ActionButton>
      {isOpen && (
        <ListDialog
          onClose={() => setOpen(false)}
          onDone={(text) => {
            setOpen(false);
            onDone(text);
          }}
        />
      )}
    </>
  );
}

interface ListDialogProps {
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}

function ListDialog({ onClose, onDone }: ListDialogProps) {
  const words = useWords(WORDS);
  const { priceList, id: tenantResellerId } = useReseller();
  const { label, help } = useMutationWords('updateTenantReseller').input('priceListId');
  const [chosen, setChosen] = useState(priceList?.id ?? null);
  const submit = useSubmit(UpdateResellerDocument, (data) => data.updateTenantReseller);
  const refusals = sortRefusals(submit.refusals, FIELDS);
  const { lists, choices } = usePriceLists();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await submit.send({ input: { tenantResellerId, priceListId: chosen } });
    const name = lists.find(({ id }) => id === chosen)?.name;
    if (sent !== null) onDone(name === undefined ? words.doneNone : fill(words.done, { name }));
  };
  return (
    <Dialog title={words.choose} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        <SelectField
          label={label}
          help={help}
          error={refusals.at('priceListId')}
          choices={choices}
          value={chosen ?? NO_LIST}
          onChange={(id) => setChosen(id || null)}
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

/** All price lists, the reseller's own among them however many there are, and none. */
export function usePriceLists() {
  const shared = useWords(RESELLER_WORDS);
  const { priceList } = useReseller();
  const asked = useAsk(PriceListsDocument, {});
  const known = asked.data?.data.priceLists?.edges.map(({ node }) => node) ?? [];
  const lists = priceList === null || known.some(({ id }) => id === priceList.id) ? known : [priceList, ...known];
  const choices = [
    { id: NO_LIST, label: shared.noPriceList },
    ...lists.map(({ id, name, code }) => ({ id, label: `${name} (${code})` })),
  ];
  return { lists, choices };
}
