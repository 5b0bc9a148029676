import type { ComponentType } from 'react';
import type { AccountAction } from '../../api/generated.ts';
import { DeleteDialog, ReactivateDialog, SuspendDialog } from './action/confirm-dialog.tsx';
import { PendingInvoices } from './action/pending-invoices.tsx';
import { SynchronizeDialog } from './action/synchronize-dialog.tsx';
import { ContactDialog } from './dialogs/contact-dialog.tsx';
import { CreateInvoiceDialog } from './dialogs/create-invoice-dialog.tsx';
import { GenerateInvoicesDialog } from './dialogs/generate-invoices-dialog.tsx';
import { RelateDialog } from './dialogs/relate-dialog.tsx';
import { EditDialog } from './edit/edit-dialog.tsx';
import { OfferDialog, OpportunityDialog, OrderDialog } from './selling/sales-dialog.tsx';
import { SubscriptionDialog } from './selling/subscription-dialog.tsx';

export type ActionGroup = 'account' | 'records' | 'selling' | 'billing';

interface ActionParts {
  readonly group: ActionGroup;
  /** What does it, over the page; it knows its account from the context. */
  readonly Dialog: ComponentType<{ readonly onClose: () => void }>;
  readonly tone?: 'main' | 'danger';
}

/** How each action is offered. Whether it may be done is the server's to say. */
export const ACTIONS: Readonly<Record<AccountAction, ActionParts>> = {
  EDIT: { group: 'account', Dialog: EditDialog, tone: 'main' },
  SYNCHRONIZE: { group: 'account', Dialog: SynchronizeDialog },
  SUSPEND: { group: 'account', Dialog: SuspendDialog },
  REACTIVATE: { group: 'account', Dialog: ReactivateDialog },
  DELETE: { group: 'account', Dialog: DeleteDialog, tone: 'danger' },
  ADD_CONTACT: { group: 'records', Dialog: ContactDialog },
  RELATE: { group: 'records', Dialog: RelateDialog },
  CREATE_OPPORTUNITY: { group: 'selling', Dialog: OpportunityDialog },
  CREATE_OFFER: { group: 'selling', Dialog: OfferDialog },
  CREATE_ORDER: { group: 'selling', Dialog: OrderDialog },
  CREATE_SUBSCRIPTION: { group: 'selling', Dialog: SubscriptionDialog },
  VIEW_PENDING_INVOICES: { group: 'billing', Dialog: PendingInvoices },
  GENERATE_INVOICES: { group: 'billing', Dialog: GenerateInvoicesDialog },
  CREATE_INVOICE: { group: 'billing', Dialog: CreateInvoiceDialog },
};
