import type { ComponentType } from 'react';
import type { AccountAction } from '../../api/generated.ts';
import { ContactDialog } from './dialogs/contact-dialog.tsx';
import { CreateInvoiceDialog } from './dialogs/create-invoice-dialog.tsx';
import { GenerateInvoicesDialog } from './dialogs/generate-invoices-dialog.tsx';
import { RelateDialog } from './dialogs/relate-dialog.tsx';

interface ActionParts {
  readonly group: 'account' | 'records' | 'selling' | 'billing';
  /** What does it, over the page; it knows its account from the context. */
  readonly Dialog: ComponentType<{ readonly onClose: () => void }>;
}

const None = () => null;

/** How each action is offered. Whether it may be done is the server's to say. */
export const ACTIONS: Readonly<Record<AccountAction, ActionParts>> = {
  EDIT: { group: 'account', Dialog: None },
  SYNCHRONIZE: { group: 'account', Dialog: None },
  SUSPEND: { group: 'account', Dialog: None },
  REACTIVATE: { group: 'account', Dialog: None },
  DELETE: { group: 'account', Dialog: None },
  ADD_CONTACT: { group: 'records', Dialog: ContactDialog },
  RELATE: { group: 'records', Dialog: RelateDialog },
  CREATE_OPPORTUNITY: { group: 'selling', Dialog: None },
  CREATE_OFFER: { group: 'selling', Dialog: None },
  CREATE_ORDER: { group: 'selling', Dialog: None },
  CREATE_SUBSCRIPTION: { group: 'selling', Dialog: None },
  VIEW_PENDING_INVOICES: { group: 'billing', Dialog: None },
  GENERATE_INVOICES: { group: 'billing', Dialog: GenerateInvoicesDialog },
  CREATE_INVOICE: { group: 'billing', Dialog: CreateInvoiceDialog },
};
