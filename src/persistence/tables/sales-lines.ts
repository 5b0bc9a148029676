import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SalesDocumentEntity } from './sales-documents';
import { ServiceEntity } from './services';

/** A line of a sales document. */
@Entity({ name: 'sales_lines' })
@Check('ck_sales_lines_quantity', `quantity > 0`)
export class SalesLineEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_sales_lines' })
  accountId: string;

  @PrimaryColumn({ name: 'document_id', type: 'uuid', primaryKeyConstraintName: 'pk_sales_lines' })
  documentId: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_sales_lines' })
  position: number;

  @Column({ name: 'service_id', type: 'uuid' })
  serviceId: string;

  @Column({ name: 'billing_period', type: 'text' })
  billingPeriod: string;

  @Column({ type: 'integer' })
  quantity: number;

  @Column({ name: 'unit_price', type: 'numeric' })
  unitPrice: string;

  @ManyToOne(() => ServiceEntity, { nullable: false })
  @JoinColumn({ name: 'service_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_sales_lines_service' })
  service: ServiceEntity;

  @ManyToOne(() => SalesDocumentEntity, { nullable: false })
  @JoinColumn([
    { name: 'account_id', referencedColumnName: 'accountId', foreignKeyConstraintName: 'fk_sales_lines_document' },
    { name: 'document_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_sales_lines_document' },
  ])
  document: SalesDocumentEntity;
}
