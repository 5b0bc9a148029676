import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PermissionRuleEntity } from './permission-rules';
import { TenantResellerEntity } from './tenant-resellers';

/** An account, of the distributor's own or managed by a tenant reseller. */
@Entity({ name: 'accounts' })
@Check('ck_accounts_status', `status IN ('ACTIVE', 'SUSPENDED', 'DELETED')`)
@Check('ck_accounts_source_version', `source_version >= 0`)
@Check('ck_accounts_origin', `origin IN ('COPIED_FROM_RESELLER', 'TRANSFERRED_TO_RESELLER')`)
@Check(
  'ck_accounts_management',
  ` (tenant_reseller_id IS NULL) = (source_account_id IS NULL) AND (tenant_reseller_id IS NULL) = (origin IS NULL) AND (tenant_reseller_id IS NULL) = (managed_since IS NULL)`,
)
@Check('ck_accounts_deletion', `(status = 'DELETED') = (deletion_date IS NOT NULL)`)
@Index('ix_accounts_name', ['sortName', 'id'])
@Index('ix_accounts_created', ['createdAt', 'id'])
@Index('ix_accounts_updated', ['updatedAt', 'id'])
@Index('ix_accounts_tenant_reseller', ['tenantResellerId', 'sortName', 'id'])
@Index('ix_accounts_parent', ['parentId', 'sortName', 'id'])
@Index('ix_accounts_bill_to', ['billToId', 'sortName', 'id'])
@Index('ix_accounts_responsible_user', ['responsibleUserId', 'sortName', 'id'])
@Index('ix_accounts_permission_rule', ['permissionRuleId', 'sortName', 'id'])
@Index('ix_accounts_search', { synchronize: false })
@Index('ix_accounts_custom_fields', { synchronize: false })
@Index('ix_accounts_email', { synchronize: false })
@Index('ix_accounts_accounting_no', { synchronize: false })
export class AccountEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_accounts' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'accounting_no', type: 'text', nullable: true })
  accountingNo: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ name: 'billing_address', type: 'jsonb', nullable: true })
  billingAddress: unknown;

  @Column({ name: 'synchronization_options', type: 'jsonb', default: [] })
  synchronizationOptions: unknown;

  @Column({ type: 'text' })
  status: string;

  @Column({ type: 'text' })
  currency: string;

  @Column({ name: 'enable_ordering', type: 'boolean' })
  enableOrdering: boolean;

  @Column({ name: 'separate_invoices', type: 'boolean' })
  separateInvoices: boolean;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ name: 'bill_to_id', type: 'uuid', nullable: true })
  billToId: string | null;

  @Column({ name: 'responsible_user_id', type: 'text', nullable: true })
  responsibleUserId: string | null;

  @Column({ name: 'permission_rule_id', type: 'uuid', nullable: true })
  permissionRuleId: string | null;

  @Column({ name: 'tenant_reseller_id', type: 'uuid', nullable: true })
  tenantResellerId: string | null;

  @Column({ name: 'source_account_id', type: 'text', nullable: true })
  sourceAccountId: string | null;

  @Column({ name: 'source_version', type: 'bigint', nullable: true })
  sourceVersion: bigint | null;

  @Column({ name: 'snapshot_version', type: 'bigint', nullable: true })
  snapshotVersion: bigint | null;

  @Column({ type: 'text', nullable: true })
  origin: string | null;

  @Column({ name: 'managed_since', type: 'timestamptz', nullable: true })
  managedSince: Date | null;

  @Column({ name: 'last_synced_at', type: 'timestamptz', nullable: true })
  lastSyncedAt: Date | null;

  @Column({ name: 'deletion_date', type: 'date', nullable: true })
  deletionDate: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Column({ type: 'bigint', default: 1 })
  revision: bigint;

  @Column({ name: 'sort_name', type: 'text', collation: 'C', default: '' })
  sortName: string;

  @Column({ type: 'tsvector', default: '' })
  search: string;

  @Column({ name: 'custom_fields', type: 'jsonb', default: {} })
  customFields: unknown;

  @ManyToOne(() => PermissionRuleEntity, { nullable: true })
  @JoinColumn({
    name: 'permission_rule_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_accounts_permission_rule',
  })
  permissionRule: PermissionRuleEntity;

  @ManyToOne(() => TenantResellerEntity, { nullable: true })
  @JoinColumn({
    name: 'tenant_reseller_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_accounts_tenant_reseller',
  })
  tenantReseller: TenantResellerEntity;
}
