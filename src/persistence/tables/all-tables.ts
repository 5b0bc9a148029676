import { ACCOUNT_AUDIT } from './account-audit';
import { ACCOUNT_CONTACTS } from './account-contacts';
import { ACCOUNT_HISTORY } from './account-history';
import { ACCOUNT_RELATIONS } from './account-relations';
import { ACCOUNTS } from './accounts';
import { ANNOUNCED_MOVES } from './announced-moves';
import { API_OPTIONS } from './api-options';
import { BILLED_PERIODS } from './billed-periods';
import { CUSTOM_FIELD_DEFINITIONS } from './custom-field-definitions';
import { HANDED_OVER_VERSIONS } from './handed-over-versions';
import { IDEMPOTENCY_KEYS } from './idempotency-keys';
import { CREDIT_NOTE_COUNTERS, INVOICE_COUNTERS } from './invoice-counters';
import { INVOICE_LINES } from './invoice-lines';
import { INVOICE_NUMBERS } from './invoice-numbers';
import { INVOICES } from './invoices';
import { PERMISSION_GRANTS } from './permission-grants';
import { PERMISSION_RULES } from './permission-rules';
import { PRICE_LIST_ENTRIES } from './price-list-entries';
import { PRICE_LISTS } from './price-lists';
import { SALES_DOCUMENTS } from './sales-documents';
import { SALES_LINES } from './sales-lines';
import { SERIALIZED_CHANGES } from './serialized-changes';
import { SERVICE_PRICES } from './service-prices';
import { SERVICES } from './services';
import { SETUP_AUDIT } from './setup-audit';
import { SOURCE_IDENTITIES } from './source-identities';
import { SUBSCRIPTIONS } from './subscriptions';
import { SYNC_ACTIVITY } from './sync-activity';
import { SYNC_PROBLEMS } from './sync-problems';
import { SYNCHRONIZATION_OUTBOX } from './synchronization-outbox';
import { TENANT_RESELLERS } from './tenant-resellers';

/** Every table; the migrations make them. */
export const TABLES = [
  ACCOUNT_AUDIT,
  ACCOUNT_CONTACTS,
  ACCOUNT_HISTORY,
  ACCOUNT_RELATIONS,
  ACCOUNTS,
  ANNOUNCED_MOVES,
  API_OPTIONS,
  BILLED_PERIODS,
  CREDIT_NOTE_COUNTERS,
  CUSTOM_FIELD_DEFINITIONS,
  HANDED_OVER_VERSIONS,
  IDEMPOTENCY_KEYS,
  INVOICE_COUNTERS,
  INVOICE_LINES,
  INVOICE_NUMBERS,
  INVOICES,
  PERMISSION_GRANTS,
  PERMISSION_RULES,
  PRICE_LIST_ENTRIES,
  PRICE_LISTS,
  SALES_DOCUMENTS,
  SALES_LINES,
  SERIALIZED_CHANGES,
  SERVICE_PRICES,
  SERVICES,
  SETUP_AUDIT,
  SOURCE_IDENTITIES,
  SUBSCRIPTIONS,
  SYNC_ACTIVITY,
  SYNC_PROBLEMS,
  SYNCHRONIZATION_OUTBOX,
  TENANT_RESELLERS,
] as const;
