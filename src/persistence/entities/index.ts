import { AccountEntity } from './account.entity';
import { AccountAuditEntity } from './account-audit.entity';
import { AccountContactEntity } from './account-contact.entity';
import { AccountHistoryEntity } from './account-history.entity';
import { AccountRelationEntity } from './account-relation.entity';
import { ApiOptionsEntity } from './api-options.entity';
import { CustomFieldDefinitionEntity } from './custom-field-definition.entity';
import { IdempotencyKeyEntity } from './idempotency-key.entity';
import { InvoiceEntity } from './invoice.entity';
import { InvoiceCounterEntity } from './invoice-counter.entity';
import { InvoiceLineEntity } from './invoice-line.entity';
import { PermissionGrantEntity } from './permission-grant.entity';
import { PermissionRuleEntity } from './permission-rule.entity';
import { SalesDocumentEntity } from './sales-document.entity';
import { SalesLineEntity } from './sales-line.entity';
import { ServiceEntity } from './service.entity';
import { ServicePriceEntity } from './service-price.entity';
import { SetupAuditEntity } from './setup-audit.entity';
import { SourceIdentityEntity } from './source-identity.entity';
import { SubscriptionEntity } from './subscription.entity';
import { SynchronizationOutboxEntity } from './synchronization-outbox.entity';
import { TenantResellerEntity } from './tenant-reseller.entity';

/** Every table, for TypeORM; the migrations make them. */
export const ENTITIES = [
  AccountEntity,
  AccountAuditEntity,
  AccountContactEntity,
  AccountHistoryEntity,
  AccountRelationEntity,
  ApiOptionsEntity,
  CustomFieldDefinitionEntity,
  IdempotencyKeyEntity,
  InvoiceEntity,
  InvoiceCounterEntity,
  InvoiceLineEntity,
  PermissionGrantEntity,
  PermissionRuleEntity,
  SalesDocumentEntity,
  SalesLineEntity,
  ServiceEntity,
  ServicePriceEntity,
  SetupAuditEntity,
  SourceIdentityEntity,
  SubscriptionEntity,
  SynchronizationOutboxEntity,
  TenantResellerEntity,
] as const;
