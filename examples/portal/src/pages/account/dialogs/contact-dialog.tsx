import { useState } from 'react';
import { AddContactDocument, type ContactFragment, UpdateContactDocument } from '../../../api/generated.ts';
import { useInputWords } from '../../../state/policy-words.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { tell } from '../../../ui/told.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { nameOf } from '../contacts/contact-name.ts';
import { ChangedMeanwhile } from '../forms/changed-meanwhile.tsx';
import { DialogForm } from '../forms/dialog-form.tsx';
import { type Submission, useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  {
    add: 'Add contact',
    change: 'Change contact',
    save: 'Save',
    added: '{name} was added.',
    changed: '{name} was saved.',
  },
  {
    add: 'Kontakt hinzufügen',
    change: 'Kontakt ändern',
    save: 'Speichern',
    added: '{name} wurde hinzugefügt.',
    changed: '{name} wurde gespeichert.',
  },
);

const FIELDS = ['firstName', 'lastName', 'jobTitle', 'email', 'phone'] as const;
const PLACES = FIELDS.map((field) => [field]);
type Values = Readonly<Record<(typeof FIELDS)[number], string>>;
const TYPES: Readonly<Partial<Record<(typeof FIELDS)[number], 'email' | 'tel'>>> = { email: 'email', phone: 'tel' };

/** Adds a contact. */
export function ContactDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const { account } = useAccount();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const submission = useSubmit(
    AddContactDocument,
    ({ addContact }) => addContact,
    PLACES,
    ({ contact }) => {
      onClose();
      if (contact !== null) tell(fill(words.added, { name: nameOf(contact) }));
    },
  );
  return (
    <Dialog title={words.add} onClose={onClose}>
      <ContactForm
        mutation="addContact"
        submission={submission}
        action={words.add}
        onSend={(values) => submission.send({ input: { accountId: account.id, ...values, idempotencyKey } })}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface ChangeContactProps {
  readonly contact: ContactFragment;
  readonly onClose: () => void;
}

/** Changes one that is there. */
export function ChangeContactDialog({ contact, onClose }: ChangeContactProps) {
  const words = useWords(WORDS);
  const { account } = useAccount();
  const submission = useSubmit(
    UpdateContactDocument,
    ({ updateContact }) => updateContact,
    PLACES,
    (answered) => {
      onClose();
      if (answered.contact !== null) tell(fill(words.changed, { name: nameOf(answered.contact) }));
    },
  );
  return (
    <Dialog title={words.change} onClose={onClose}>
      <ContactForm
        mutation="updateContact"
        contact={contact}
        submission={submission}
        action={words.save}
        onSend={(values) => submission.send({ input: { accountId: account.id, contactId: contact.id, ...values } })}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface ContactFormProps {
  readonly mutation: string;
  readonly contact?: ContactFragment;
  readonly submission: Omit<Submission<never>, 'send'>;
  readonly action: string;
  readonly onSend: (values: Values) => void;
  readonly onClose: () => void;
}

function ContactForm({ mutation, contact, submission, action, onSend, onClose }: ContactFormProps) {
  const words = useInputWords(mutation);
  const [values, setValues] = useState<Values>({
    firstName: contact?.firstName ?? '',
    lastName: contact?.lastName ?? '',
    jobTitle: contact?.jobTitle ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
  });
  return (
    <DialogForm
      by="ADD_CONTACT"
      submission={submission}
      action={action}
      onSend={() => onSend(values)}
      onClose={onClose}
    >
      <ChangedMeanwhile now={contact} isPending={submission.isPending} />
      <div className="field-grid">
        {FIELDS.map((field, index) => (
          <TextField
            key={field}
            label={words(field).label}
            type={TYPES[field] ?? 'text'}
            value={values[field]}
            onChange={(value) => setValues({ ...values, [field]: value })}
            error={submission.refusals.at(field)}
            autoFocus={index === 0}
          />
        ))}
      </div>
    </DialogForm>
  );
}
