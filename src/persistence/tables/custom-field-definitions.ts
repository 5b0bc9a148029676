import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A custom field that accounts may have (S15). */
@Entity({ name: 'custom_field_definitions' })
@Check('ck_custom_field_definitions_type', `type IN ('TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE')`)
@Check('ck_custom_field_definitions_options', `(type = 'CHOICE') = (options IS NOT NULL)`)
export class CustomFieldDefinitionEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_custom_field_definitions' })
  code: string;

  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'boolean' })
  required: boolean;

  @Column({ type: 'text', array: true, nullable: true })
  options: string[] | null;

  @Column({ name: 'default_value', type: 'jsonb', nullable: true })
  defaultValue: unknown;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
