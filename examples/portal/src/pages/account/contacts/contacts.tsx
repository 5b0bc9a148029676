import { Mail, Phone, UserRound } from 'lucide-react';
import { type ContactFragment, ContactsDocument } from '../../../api/generated.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Endless } from '../../../ui/endless.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { AccountAction } from '../account-action.tsx';
import { useAccount } from '../account-context.tsx';
import { ChangeContactDialog } from '../dialogs/contact-dialog.tsx';
import { RemoveContactDialog } from '../dialogs/remove-contact-dialog.tsx';
import { Forbidden } from '../parts/forbidden.tsx';
import { ItemAction } from '../parts/item-action.tsx';
import { mailTo } from '../parts/mail-to.ts';
import { Part } from '../parts/part.tsx';
import { nameOf } from './contact-name.ts';

const WORDS = defineWords(
  {
    title: 'Contacts',
    none: 'No contacts yet',
    help: 'People to reach about this account. They are the distributor’s own record: no reseller brings or changes them.',
    change: 'Change',
    remove: 'Remove',
  },
  {
    title: 'Kontakte',
    none: 'Noch keine Kontakte',
    help: 'Wen man zu diesem Konto erreicht. Sie gehören dem Distributor: Kein Reseller bringt oder ändert sie.',
    change: 'Ändern',
    remove: 'Entfernen',
  },
);

export function Contacts() {
  const words = useWords(WORDS);
  const { account } = useAccount();
  return (
    <Part title={words.title} actions={<AccountAction action="ADD_CONTACT" tone="main" />}>
      <Endless
        document={ContactsDocument}
        variables={{ id: account.id }}
        connection={(data) => data.account?.contacts ?? null}
        label={words.title}
        className="contact-grid"
        empty={
          <Empty title={words.none} icon={UserRound}>
            <p>{words.help}</p>
          </Empty>
        }
        forbidden={<Forbidden />}
      >
        {(contacts) => contacts.map((contact) => <Contact key={contact.id} contact={contact} />)}
      </Endless>
    </Part>
  );
}

function Contact({ contact }: { readonly contact: ContactFragment }) {
  const words = useWords(WORDS);
  const name = nameOf(contact);
  return (
    <li className="card contact">
      <span className="contact-mark" aria-hidden>
        {initials(contact)}
      </span>
      <div className="contact-text">
        <h3>{name}</h3>
        {contact.jobTitle !== null && <p className="muted small">{contact.jobTitle}</p>}
        {contact.email !== null && (
          <a className="contact-link" href={mailTo(contact.email)}>
            <Mail className="icon" aria-hidden />
            <span>{contact.email}</span>
          </a>
        )}
        {contact.phone !== null && (
          <a className="contact-link" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
            <Phone className="icon" aria-hidden />
            <span>{contact.phone}</span>
          </a>
        )}
      </div>
      <div className="item-actions">
        <ItemAction
          action="ADD_CONTACT"
          label={words.change}
          of={name}
          tone="quiet"
          dialog={(onClose) => <ChangeContactDialog contact={contact} onClose={onClose} />}
        />
        <ItemAction
          action="ADD_CONTACT"
          label={words.remove}
          of={name}
          tone="quiet"
          dialog={(onClose) => <RemoveContactDialog contact={contact} onClose={onClose} />}
        />
      </div>
    </li>
  );
}

function initials({ firstName, lastName }: ContactFragment): string {
  return [firstName, lastName].map((name) => [...(name ?? '')][0] ?? '').join('');
}
