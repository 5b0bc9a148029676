import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PermissionRuleEntity } from './permission-rules';

/** "Use of API Options": what accounts that the API makes are given (S7, S8). */
@Entity({ name: 'api_options' })
@Check('ck_api_options_entity', `entity = 'ACCOUNT'`)
export class ApiOptionsEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_api_options' })
  entity: string;

  @Column({ name: 'responsible_user_id', type: 'text', nullable: true })
  responsibleUserId: string | null;

  @Column({ name: 'permission_rule_id', type: 'uuid', nullable: true })
  permissionRuleId: string | null;

  @ManyToOne(() => PermissionRuleEntity, { nullable: true })
  @JoinColumn({
    name: 'permission_rule_id',
    referencedColumnName: 'id',
    foreignKeyConstraintName: 'fk_api_options_rule',
  })
  permissionRule: PermissionRuleEntity;
}
