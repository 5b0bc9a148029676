import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from './accounts';
import { ServiceEntity } from './services';

/** What an account is billed for. */
@Entity({ name: 'subscriptions' })
@Check('ck_subscriptions_quantity', `quantity > 0`)
@Check('ck_subscriptions_unit_price', `unit_price >= 0`)
@Check(
  'ck_subscriptions_billing_period',
  `billing_period IN ('MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE')`,
)
@Check('ck_subscriptions_invoiced_periods', `invoiced_periods >= 0`)
@Check('ck_subscriptions_source', `(source_subscription_id IS NULL) = (source_key IS NULL)`)
@Unique('uq_subscriptions_source', ['accountId', 'sourceKey'])
@Index('ix_subscriptions_start', ['accountId', 'startDate', 'id'])
export class SubscriptionEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'pk_subscriptions' })
  accountId: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_subscriptions' })
  id: string;

  @Column({ name: 'service_id', type: 'uuid' })
  serviceId: string;

  @Column({ type: 'integer' })
  quantity: number;

  @Column({ name: 'unit_price', type: 'numeric' })
  unitPrice: string;

  @Column({ type: 'text' })
  currency: string;

  @Column({ name: 'billing_period', type: 'text' })
  billingPeriod: string;

  @Column({ name: 'start_date', type: 'date' })
  startDate: string;

  @Column({ name: 'end_date', type: 'date', nullable: true })
  endDate: string | null;

  @Column({ name: 'cancellation_date', type: 'date', nullable: true })
  cancellationDate: string | null;

  @Column({ name: 'invoiced_periods', type: 'integer', default: 0 })
  invoicedPeriods: number;

  @Column({ name: 'source_subscription_id', type: 'text', nullable: true })
  sourceSubscriptionId: string | null;

  @Column({ name: 'source_key', type: 'uuid', nullable: true })
  sourceKey: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => AccountEntity, { nullable: false })
  @JoinColumn({ name: 'account_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_subscriptions_account' })
  account: AccountEntity;

  @ManyToOne(() => ServiceEntity, { nullable: false })
  @JoinColumn({ name: 'service_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_subscriptions_service' })
  service: ServiceEntity;
}
