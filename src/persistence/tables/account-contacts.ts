import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './accounts';

/** A person to reach about an account (S18). */
@Entity({ name: 'account_contacts' })
@Index('ix_account_contacts_created', ['accountId', 'createdAt', 'id'])
export class AccountContactEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_account_contacts' })
  accountId: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_account_contacts' })
  id: string;

  @Column({ name: 'first_name', type: 'text', nullable: true })
  firstName: string | null;

  @Column({ name: 'last_name', type: 'text' })
  lastName: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ name: 'job_title', type: 'text', nullable: true })
  jobTitle: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt: Date;

  @ManyToOne(() => AccountEntity, { nullable: false })
  @JoinColumn({
    name: 'account_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_account_contacts_account',
  })
  account: AccountEntity;
}
