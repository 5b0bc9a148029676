import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sharing rule (S8). */
@Entity({ name: 'permission_rules' })
export class PermissionRuleEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_permission_rules' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
