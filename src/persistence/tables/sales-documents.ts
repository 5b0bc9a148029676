import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './accounts';

/** An opportunity, offer or order (S14). */
@Entity({ name: 'sales_documents' })
@Check('ck_sales_documents_kind', `kind IN ('OPPORTUNITY', 'OFFER', 'ORDER')`)
@Index('ix_sales_documents_created', ['accountId', 'createdAt', 'id'])
export class SalesDocumentEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_sales_documents' })
  accountId: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_sales_documents' })
  id: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  currency: string;

  @Column({ type: 'numeric' })
  total: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => AccountEntity, { nullable: false })
  @JoinColumn({
    name: 'account_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_sales_documents_account',
  })
  account: AccountEntity;
}
