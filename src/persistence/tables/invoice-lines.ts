import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { InvoiceEntity } from './invoices';

/** A line of an invoice; a period of a subscription stands once on the invoices of an account. */
@Entity({ name: 'invoice_lines' })
@Check('ck_invoice_lines_period', `(subscription_id IS NULL) = (period IS NULL)`)
@Unique('uq_invoice_lines_period', ['accountId', 'chargedAccountId', 'subscriptionId', 'period'])
export class InvoiceLineEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_invoice_lines' })
  accountId: string;

  @PrimaryColumn({ name: 'invoice_id', type: 'uuid', primaryKeyConstraintName: 'pk_invoice_lines' })
  invoiceId: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_invoice_lines' })
  position: number;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'numeric' })
  quantity: string;

  @Column({ name: 'unit_price', type: 'numeric' })
  unitPrice: string;

  @Column({ type: 'numeric' })
  amount: string;

  @Column({ name: 'charged_account_id', type: 'uuid' })
  chargedAccountId: string;

  @Column({ name: 'subscription_id', type: 'uuid', nullable: true })
  subscriptionId: string | null;

  @Column({ type: 'integer', nullable: true })
  period: number | null;

  @ManyToOne(() => InvoiceEntity, { nullable: false })
  @JoinColumn([
    { name: 'account_id', referencedColumnName: 'accountId', foreignKeyConstraintName: 'fk_invoice_lines_invoice' },
    { name: 'invoice_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_invoice_lines_invoice' },
  ])
  invoice: InvoiceEntity;
}
