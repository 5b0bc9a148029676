import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  type AccountAction,
  CreateOfferDocument,
  CreateOpportunityDocument,
  CreateOrderDocument,
  type MadeDocumentFragment,
  type RefusalFragment,
  type SellInput,
  type TypedDocumentString,
} from '../../../api/generated.ts';
import { useInputWords, useMutationWords, usePolicyWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { tell } from '../../../ui/told.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { ActionDialog } from '../action/action-dialog.tsx';
import { useAction } from '../action/use-action.ts';
import { NO_SALE, type Sale, SaleFields } from './sale-fields.tsx';
import { saleInput } from './sale-input.ts';

const WORDS = defineWords(
  {
    line: 'Line {number}',
    add: 'Add a line',
    remove: 'Remove line {number}',
    prices: 'Prices are those of the price list when it is made.',
    done: '“{title}” is made, {total} for one period each.',
  },
  {
    line: 'Zeile {number}',
    add: 'Zeile hinzufügen',
    remove: 'Zeile {number} entfernen',
    prices: 'Es gelten die Preise der Preisliste in dem Moment, in dem es angelegt wird.',
    done: '„{title}“ ist angelegt, {total} für je einen Zeitraum.',
  },
);

interface Made {
  readonly document: MadeDocumentFragment | null;
  readonly userErrors: readonly RefusalFragment[];
}

interface DialogProps {
  readonly onClose: () => void;
}

export function OpportunityDialog(props: DialogProps) {
  return (
    <SalesDialog
      {...props}
      action="CREATE_OPPORTUNITY"
      mutation="createOpportunity"
      document={CreateOpportunityDocument}
    />
  );
}

export function OfferDialog(props: DialogProps) {
  return <SalesDialog {...props} action="CREATE_OFFER" mutation="createOffer" document={CreateOfferDocument} />;
}

export function OrderDialog(props: DialogProps) {
  return <SalesDialog {...props} action="CREATE_ORDER" mutation="createOrder" document={CreateOrderDocument} />;
}

interface SalesDialogProps extends DialogProps {
  readonly action: AccountAction;
  readonly mutation: string;
  readonly document: TypedDocumentString<Readonly<Record<string, Made | null>>, { readonly input: SellInput }>;
}

const PARTS = ['sku', 'billingPeriod', 'quantity'] as const;

function SalesDialog({ action, mutation, document, onClose }: SalesDialogProps) {
  const words = useWords(WORDS);
  const { money } = useFormats();
  const { label, help } = useMutationWords(mutation);
  const input = useInputWords(mutation);
  const policy = usePolicyWords();
  const { account } = useAccount();
  const [key] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [lines, setLines] = useState<readonly Sale[]>([NO_SALE]);
  const places = lines.flatMap((_, index) => PARTS.map((part) => ['lines', index, part]));
  const { send, at, forget, ...sending } = useAction(document, [['title'], ...places]);
  const made = (payloads: Readonly<Record<string, Made | null>>) => {
    for (const payload of Object.values(payloads)) {
      if (!payload?.document) continue;
      const { total, currency } = payload.document;
      tell(fill(words.done, { title: payload.document.title, total: money(total, currency) }));
    }
    onClose();
  };
  return (
    <ActionDialog
      {...sending}
      action={action}
      title={label}
      send={policy.action(action).label}
      isWide
      isTyped={title !== '' || lines.length > 1 || lines[0] !== NO_SALE}
      onClose={onClose}
      onSend={() =>
        send({ input: { accountId: account.id, title, lines: lines.map(saleInput), idempotencyKey: key } }, made)
      }
    >
      <p className="muted">
        {help} {words.prices}
      </p>
      <TextField {...input('title')} isRequired autoFocus error={at('title')} value={title} onChange={setTitle} />
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own.
        <fieldset key={index} className="sale-row" aria-label={fill(words.line, { number: index + 1 })}>
          <SaleFields
            sale={line}
            onChange={(next) => setLines(lines.map((one, place) => (place === index ? next : one)))}
            labelOf={(part) => input('lines', part)}
            refused={(part) => at('lines', index, part)}
          />
          {lines.length > 1 && (
            <Button
              tone="quiet"
              aria-label={fill(words.remove, { number: index + 1 })}
              onPress={() => {
                // What was refused stands at places of which there are others now.
                forget();
                setLines(lines.filter((_, place) => place !== index));
              }}
            >
              <Trash2 className="icon" aria-hidden />
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button onPress={() => setLines([...lines, NO_SALE])}>
          <Plus className="icon" aria-hidden />
          {words.add}
        </Button>
      </div>
    </ActionDialog>
  );
}
