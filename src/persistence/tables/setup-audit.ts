import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AuditColumns } from './account-audit';

/** One write to the set-up: tenant resellers, rules, options, custom fields and the price list. */
@Entity({ name: 'setup_audit' })
@Index('ix_setup_audit_at', ['at', 'id'])
@Check('ck_setup_audit_operation', `operation IN ('INSERT', 'UPDATE', 'DELETE')`)
export class SetupAuditEntity extends AuditColumns {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_setup_audit' })
  id: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date;
}
