import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What the database fills in of an entry of the audit by itself: who, as the transaction says, and what. */
export abstract class AuditColumns {
  @Column({ type: 'text', default: () => 'SESSION_USER' })
  login: string;

  @Column({ name: 'actor_kind', type: 'text', nullable: true, default: () => told('actor_kind') })
  actorKind: string | null;

  @Column({ type: 'text', nullable: true, default: () => told('actor') })
  actor: string | null;

  @Column({ name: 'token_id', type: 'text', nullable: true, default: () => told('token_id') })
  tokenId: string | null;

  @Column({ type: 'text', nullable: true, default: () => told('mutation') })
  mutation: string | null;

  @Column({ type: 'text' })
  record: string;

  @Column({ type: 'text' })
  operation: string;

  @Column({ type: 'jsonb', nullable: true })
  before: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after: unknown;
}

function told(setting: string): string {
  return `NULLIF(current_setting('app.${setting}', true), '')`;
}

/** One write to an account or to what lies below it; only triggers add entries, and nothing changes one. */
@Entity({ name: 'account_audit' })
@Index('ix_account_audit_at', ['at', 'id'])
@Check('ck_account_audit_operation', `operation IN ('INSERT', 'UPDATE', 'DELETE')`)
export class AccountAuditEntity extends AuditColumns {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_account_audit' })
  accountId: string;

  @PrimaryColumn({
    type: 'timestamptz',
    default: () => 'clock_timestamp()',
    primaryKeyConstraintName: 'pk_account_audit',
  })
  at: Date;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_account_audit' })
  id: string;
}
