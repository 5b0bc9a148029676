import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CreateAccountDocument } from '../../api/generated.ts';
import { useSend } from '../../api/queries.ts';
import { sortRefusals } from '../../api/refusals.ts';
import { useInputWords, useMutationWords } from '../../state/policy-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const WORDS = defineWords(
  {
    cancel: 'Cancel',
    sending: 'Sending',
    lost: 'It is not known whether this was done: the connection was lost. Send it again; it is done once at most.',
  },
  {
    cancel: 'Abbrechen',
    sending: 'Wird gesendet',
    lost: 'Ob das geschehen ist, ist nicht bekannt: Die Verbindung ging verloren. Senden Sie es noch einmal; es geschieht höchstens einmal.',
  },
);

const FIELDS = ['name', 'currency', 'accountingNo', 'email', 'responsibleUserId'] as const;
type Field = (typeof FIELDS)[number];
const TYPES: Partial<Record<Field, 'email'>> = { email: 'email' };
const EMPTY: Readonly<Record<Field, string>> = {
  name: '',
  currency: '',
  accountingNo: '',
  email: '',
  responsibleUserId: '',
};
/** What is sent also when nothing was typed: the server says what it must be. */
const REQUIRED: ReadonlySet<Field> = new Set(['name', 'currency']);

interface NewAccountDialogProps {
  readonly title: string;
  readonly onClose: () => void;
}

/** A new account of the distributor's own. */
export default function NewAccountDialog({ title, onClose }: NewAccountDialogProps) {
  const words = useWords(WORDS);
  const of = useInputWords('createAccount');
  const { label } = useMutationWords('createAccount');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(EMPTY);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const send = useSend(CreateAccountDocument);
  const refused = send.data?.data.createAccount?.userErrors ?? [];
  const { at, elsewhere } = sortRefusals(
    refused,
    FIELDS.map((field) => [field]),
  );
  const submit = async () => {
    const { name, currency, ...others } = typed;
    const given = Object.fromEntries(Object.entries(others).filter(([, text]) => text.trim() !== ''));
    const input = { name, currency: currency.trim().toUpperCase(), ...given, idempotencyKey };
    const answer = await send.mutateAsync({ input }).catch(() => null);
    const id = answer?.data.createAccount?.account?.id;
    if (id !== undefined) navigate(`/accounts/${id}`);
  };
  if (label === '') {
    return (
      <Dialog title={title} onClose={onClose}>
        <Skeleton lines={8} />
      </Dialog>
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!send.isPending) submit();
        }}
      >
        {FIELDS.map((field, index) => (
          <TextField
            key={field}
            label={of(field).label}
            help={of(field).help || undefined}
            error={at(field)}
            value={typed[field]}
            onChange={(text) => setTyped((before) => ({ ...before, [field]: text }))}
            isRequired={REQUIRED.has(field)}
            autoFocus={index === 0}
            type={TYPES[field] ?? 'text'}
          />
        ))}
        {elsewhere.map((message) => (
          <Notice key={message} tone="bad">
            {message}
          </Notice>
        ))}
        {send.error !== null && (
          <Notice tone="bad">{send.error.kind === 'offline' ? words.lost : send.error.message}</Notice>
        )}
        <div className="dialog-foot">
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button type="submit" tone="main" isPending={send.isPending}>
            {send.isPending ? words.sending : title}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
