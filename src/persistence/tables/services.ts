import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service of the distributor's price list. */
@Entity({ name: 'services' })
export class ServiceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_services' })
  id: string;

  @Column({ type: 'text' })
  sku: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'tsvector' })
  search: string;
}
