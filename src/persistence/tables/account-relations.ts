import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './accounts';

/** A link from an account to one record of another kind (S19); its id is derived from what it links. */
@Entity({ name: 'account_relations' })
@Check('ck_account_relations_kind', `kind IN ('EMAIL', 'TASK', 'EVENT', 'DOCUMENT', 'CONTACT', 'CASE')`)
@Index('ix_account_relations_created', ['accountId', 'createdAt', 'id'])
@Index('ix_account_relations_kind', ['accountId', 'kind', 'createdAt', 'id'])
export class AccountRelationEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_account_relations' })
  accountId: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_account_relations' })
  id: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'target_id', type: 'text' })
  targetId: string;

  @Column({ type: 'text', nullable: true })
  label: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;

  @ManyToOne(() => AccountEntity, { nullable: false })
  @JoinColumn({
    name: 'account_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_account_relations_account',
  })
  account: AccountEntity;
}
