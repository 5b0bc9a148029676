import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A creation that is answered again when it is asked for again. */
@Entity({ name: 'idempotency_keys' })
@Index('ix_idempotency_keys_created', ['createdAt'])
export class IdempotencyKeyEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_idempotency_keys' })
  id: string;

  @Column({ name: 'input_hash', type: 'text' })
  inputHash: string;

  @Column({ type: 'jsonb', nullable: true })
  result: unknown;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
