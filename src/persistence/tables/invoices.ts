import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './accounts';

/** An invoice; never changed (S16). */
@Entity({ name: 'invoices' })
@Index('ix_invoices_id', ['id'])
@Index('ix_invoices_number', ['accountId', 'issueDate', 'number'])
export class InvoiceEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_invoices' })
  accountId: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_invoices' })
  id: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ name: 'bill_to_id', type: 'uuid' })
  billToId: string;

  @Column({ name: 'issue_date', type: 'date' })
  issueDate: string;

  @Column({ type: 'text' })
  currency: string;

  @Column({ type: 'numeric' })
  total: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;

  @ManyToOne(() => AccountEntity, { nullable: false })
  @JoinColumn({ name: 'account_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_invoices_account' })
  account: AccountEntity;
}
