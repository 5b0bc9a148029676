import type { TABLES } from '../tables/all-tables';

/** The name of a table of ours. */
export type TableName = (typeof TABLES)[number]['name'];

/**
 * Where the rows of a table are once several nodes share them. Everything below an account is by its account, on one node with it;
 * what has a key of its own is by that; a reference table is whole on every node; what is local stays on the coordinator.
 */
export type Placement = { readonly by: string; readonly with: TableName | null } | 'REFERENCE' | 'LOCAL';

const BELOW_ACCOUNTS: Placement = { by: 'account_id', with: 'accounts' };

/** Every table, in the order in which they are distributed: what others lie with comes first. */
export const PLACEMENTS: Readonly<Record<TableName, Placement>> = {
  permission_rules: 'REFERENCE',
  permission_grants: 'REFERENCE',
  price_lists: 'REFERENCE',
  tenant_resellers: 'REFERENCE',
  services: 'REFERENCE',
  service_prices: 'REFERENCE',
  price_list_entries: 'REFERENCE',
  api_options: 'REFERENCE',
  custom_field_definitions: 'REFERENCE',
  invoice_counters: 'REFERENCE',
  credit_note_counters: 'REFERENCE',
  // Written with what is made on the nodes, in one two-phase commit.
  invoice_numbers: 'REFERENCE',
  idempotency_keys: 'REFERENCE',
  serialized_changes: 'REFERENCE',
  accounts: { by: 'id', with: null },
  subscriptions: BELOW_ACCOUNTS,
  account_history: BELOW_ACCOUNTS,
  account_contacts: BELOW_ACCOUNTS,
  account_relations: BELOW_ACCOUNTS,
  account_audit: BELOW_ACCOUNTS,
  sales_documents: BELOW_ACCOUNTS,
  sales_lines: BELOW_ACCOUNTS,
  synchronization_outbox: BELOW_ACCOUNTS,
  invoices: BELOW_ACCOUNTS,
  invoice_lines: BELOW_ACCOUNTS,
  billed_periods: BELOW_ACCOUNTS,
  announced_moves: BELOW_ACCOUNTS,
  handed_over_versions: BELOW_ACCOUNTS,
  // The key of a copy's identity is its account's id: both are on one node.
  source_identities: { by: 'key', with: 'accounts' },
  sync_problems: { by: 'tenant_reseller_id', with: null },
  sync_activity: { by: 'tenant_reseller_id', with: 'sync_problems' },
  setup_audit: 'LOCAL',
};
