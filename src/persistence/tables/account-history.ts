import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { AccountEntity } from './accounts';

/** A line of an account's history; never changed. */
@Entity({ name: 'account_history' })
@Index('ix_account_history_at', ['accountId', 'at', 'id'])
export class AccountHistoryEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_account_history' })
  accountId: string;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_account_history' })
  id: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text' })
  actor: string;

  @ManyToOne(() => AccountEntity, { nullable: false })
  @JoinColumn({
    name: 'account_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_account_history_account',
  })
  account: AccountEntity;
}
