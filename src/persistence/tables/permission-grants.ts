import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PermissionRuleEntity } from './permission-rules';

/** What a sharing rule grants one user or group. */
@Entity({ name: 'permission_grants' })
@Check('ck_permission_grants_principal', `principal IN ('USER', 'GROUP')`)
@Check('ck_permission_grants_access', `access IN ('READ', 'EDIT', 'FULL')`)
export class PermissionGrantEntity {
  @PrimaryColumn({ name: 'permission_rule_id', type: 'uuid', primaryKeyConstraintName: 'pk_permission_grants' })
  permissionRuleId: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_permission_grants' })
  position: number;

  @Column({ type: 'text' })
  principal: string;

  @Column({ name: 'principal_id', type: 'text' })
  principalId: string;

  @Column({ type: 'text' })
  access: string;

  @ManyToOne(() => PermissionRuleEntity, { nullable: false })
  @JoinColumn({
    name: 'permission_rule_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_permission_grants_rule',
  })
  permissionRule: PermissionRuleEntity;
}
