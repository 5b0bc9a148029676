import { AccountAuditEntity } from './account-audit';
import { AccountContactEntity } from './account-contacts';
import { AccountHistoryEntity } from './account-history';
import { AccountRelationEntity } from './account-relations';
import { AccountEntity } from './accounts';
import { ApiOptionsEntity } from './api-options';
import { CustomFieldDefinitionEntity } from './custom-field-definitions';
import { IdempotencyKeyEntity } from './idempotency-keys';
import { InvoiceCounterEntity } from './invoice-counters';
import { InvoiceLineEntity } from './invoice-lines';
import { InvoiceEntity } from './invoices';
import { PermissionGrantEntity } from './permission-grants';
import { PermissionRuleEntity } from './permission-rules';
import { SalesDocumentEntity } from './sales-documents';
import { SalesLineEntity } from './sales-lines';
import { ServicePriceEntity } from './service-prices';
import { ServiceEntity } from './services';
import { SetupAuditEntity } from './setup-audit';
import { SourceIdentityEntity } from './source-identities';
import { SubscriptionEntity } from './subscriptions';
import { SynchronizationOutboxEntity } from './synchronization-outbox';
import { TenantResellerEntity } from './tenant-resellers';

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
