import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { TenantResellerEntity } from './tenant-resellers';

/** Which account a reseller's customer is here; its key alone decides that there is one (S1). */
@Entity({ name: 'source_identities' })
export class SourceIdentityEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_source_identities' })
  key: string;

  @Column({ name: 'tenant_reseller_id', type: 'uuid' })
  tenantResellerId: string;

  @Column({ name: 'source_account_id', type: 'text' })
  sourceAccountId: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => TenantResellerEntity, { nullable: false })
  @JoinColumn({
    name: 'tenant_reseller_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_source_identities_tenant_reseller',
  })
  tenantReseller: TenantResellerEntity;
}
