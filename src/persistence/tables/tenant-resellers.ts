import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A reseller with a BSS of its own (S25). */
@Entity({ name: 'tenant_resellers' })
@Unique('uq_tenant_resellers_account', ['accountId'])
export class TenantResellerEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_tenant_resellers' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  currency: string;

  @Column({ name: 'separate_invoices', type: 'boolean' })
  separateInvoices: boolean;

  @Column({ name: 'back_ordering_active', type: 'boolean', default: false })
  backOrderingActive: boolean;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
