import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number of a year's invoices. */
@Entity({ name: 'invoice_counters' })
export class InvoiceCounterEntity {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_invoice_counters' })
  year: number;

  @Column({ name: 'last_number', type: 'integer' })
  lastNumber: number;
}
