import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ServiceEntity } from './services';

/** What one unit of a service costs for one billing period in one currency. */
@Entity({ name: 'service_prices' })
@Check(
  'ck_service_prices_billing_period',
  `billing_period IN ('MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE')`,
)
@Check('ck_service_prices_amount', `amount >= 0`)
export class ServicePriceEntity {
  @PrimaryColumn({ name: 'service_id', type: 'uuid', primaryKeyConstraintName: 'pk_service_prices' })
  serviceId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_service_prices' })
  currency: string;

  @PrimaryColumn({ name: 'billing_period', type: 'text', primaryKeyConstraintName: 'pk_service_prices' })
  billingPeriod: string;

  @Column({ type: 'numeric' })
  amount: string;

  @ManyToOne(() => ServiceEntity, { nullable: false })
  @JoinColumn({ name: 'service_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_service_prices_service' })
  service: ServiceEntity;
}
