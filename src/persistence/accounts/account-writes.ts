import type { AccountState } from '../../domain/accounts/account';
import type { HistoryLine } from '../../domain/accounts/history';
import { DomainError } from '../../domain/errors';
import { invalidInput } from '../../domain/input';
import { searchTokens, sortKey } from '../../domain/search';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { Parameters } from '../engine/parameters';
import { type AccountPass, AdministratorPass, type GuardPass, type SyncPass, type Writes } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { type AccountChanges, columnsOf } from './account-rows';

/** The columns of an account that the database does not fill in itself, for json_to_recordset. */
const ACCOUNT_COLUMNS = {
  id: 'uuid',
  name: 'text',
  accounting_no: 'text',
  email: 'text',
  billing_address: 'jsonb',
  synchronization_options: 'jsonb',
  status: 'text',
  currency: 'text',
  enable_ordering: 'boolean',
  separate_invoices: 'boolean',
  parent_id: 'uuid',
  bill_to_id: 'uuid',
  responsible_user_id: 'text',
  permission_rule_id: 'uuid',
  custom_fields: 'jsonb',
  tenant_reseller_id: 'uuid',
  source_account_id: 'text',
  source_version: 'bigint',
  snapshot_version: 'bigint',
  origin: 'text',
  deletion_date: 'date',
  sort_name: 'text',
};
const NAMES = Object.keys(ACCOUNT_COLUMNS).join(', ');
const DEFINITIONS = Object.entries(ACCOUNT_COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .concat('search_tokens text[]')
  .join(', ');

/** Adds accounts: the distributor's own by an administrator, copies by the sync. One statement. */
export async function insertAccounts(
  pass: AdministratorPass | SyncPass,
  accounts: readonly AccountState[],
): Promise<void> {
  await refusingTakenIds(
    pass,
    write(
      pass,
      SETUP,
      `INSERT INTO accounts (${NAMES}, search, managed_since, last_synced_at)
     SELECT ${NAMES}, array_to_tsvector(search_tokens), CASE WHEN origin IS NOT NULL THEN clock_timestamp() END,
       CASE WHEN origin IS NOT NULL THEN clock_timestamp() END
     FROM json_to_recordset($1::json) AS fresh(${DEFINITIONS}) ORDER BY id`,
      [JSON.stringify(accounts.map(rowOf))],
    ),
  );
}

/** An id that is taken: by whoever was quicker, or registered by an administrator before a copy would have got it. */
async function refusingTakenIds(pass: AdministratorPass | SyncPass, inserted: Promise<unknown>): Promise<void> {
  try {
    await inserted;
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, 'constraint') !== 'pk_accounts') throw error;
    const message = 'is the id of an account that is here';
    if (pass instanceof AdministratorPass) throw new DomainError(invalidInput(['input', 'id'], { message }));
    throw new DomainError({
      code: 'SOURCE_ACCOUNT_TAKEN',
      message: "The id that this customer's account would have is another account's.",
      path: ['input'],
    });
  }
}

function rowOf(account: AccountState): Record<string, unknown> {
  return {
    ...Object.fromEntries(columnsOf(account)),
    id: account.id,
    tenant_reseller_id: account.management?.tenantResellerId,
    source_account_id: account.management?.sourceAccountId,
    source_version: account.management?.sourceVersion?.toString(),
    snapshot_version: account.management?.snapshotVersion?.toString(),
    origin: account.management?.origin,
    sort_name: sortKey(account.name),
    search_tokens: searchTokensOf(account),
  };
}

function searchTokensOf({ name, accountingNo, email }: AccountState): string[] {
  return searchTokens([name, accountingNo, email]);
}

/** A customer that the sync has confirmed or changed. */
export interface RefreshedCustomer {
  readonly account: AccountState;
  readonly changed: boolean;
}

/** Writes what the reseller masters on customers that are here, and nothing else of them. One statement. */
export async function refreshAccounts(pass: SyncPass, customers: readonly RefreshedCustomer[]): Promise<void> {
  await write(
    pass,
    SETUP,
    `UPDATE accounts a
     SET name = c.name, accounting_no = c.accounting_no, email = c.email, billing_address = c.billing_address,
       synchronization_options = c.synchronization_options, status = c.status, source_version = c.source_version,
       snapshot_version = c.snapshot_version, deletion_date = c.deletion_date, sort_name = c.sort_name,
       search = array_to_tsvector(c.search_tokens), last_synced_at = clock_timestamp(),
       updated_at = CASE WHEN c.changed THEN clock_timestamp() ELSE a.updated_at END,
       revision = a.revision + c.changed::int
     FROM json_to_recordset($1::json) AS c(${DEFINITIONS}, changed boolean)
     WHERE a.id = c.id AND a.tenant_reseller_id = $2`,
    [JSON.stringify(customers.map(({ account, changed }) => ({ ...rowOf(account), changed }))), pass.reseller.id],
  );
}

/** Changes the account that the pass is for. */
export async function changeAccount(pass: AccountPass, changes: AccountChanges): Promise<void> {
  await change(pass, actionsThatChange(changes), pass.loaded.account, changes);
}

function actionsThatChange(changes: AccountChanges): Writes['by'] {
  if (changes.status !== undefined) return ['SUSPEND', 'REACTIVATE', 'DELETE'];
  const isOptionsOnly = Object.keys(changes).every((field) => field === 'synchronizationOptions');
  return isOptionsOnly ? ['EDIT', 'SYNCHRONIZE'] : ['EDIT'];
}

/** Changes a tenant reseller's own account, which is locked, along with the reseller (S25). */
export async function changeResellerAccount(
  pass: AdministratorPass,
  account: AccountState,
  changes: Pick<AccountChanges, 'name' | 'currency' | 'email'>,
): Promise<void> {
  await change(pass, SETUP.by, account, changes);
}

/** What an account is ordered and searched by. */
const FOUND_BY = ['name', 'accountingNo', 'email'] as const;

async function change(
  pass: GuardPass,
  by: Writes['by'],
  account: AccountState,
  changes: AccountChanges,
): Promise<void> {
  const changed = { ...account, ...changes };
  const parameters = new Parameters();
  const assignments = columnsOf(changes).map(([column, value]) => {
    const written = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    return `${column} = ${parameters.add(written)}`;
  });
  if (FOUND_BY.some((field) => changes[field] !== undefined)) {
    assignments.push(
      `sort_name = ${parameters.add(sortKey(changed.name))}`,
      `search = array_to_tsvector(${parameters.add(searchTokensOf(changed))}::text[])`,
    );
  }
  assignments.push('updated_at = clock_timestamp()', 'revision = revision + 1');
  await write(
    pass,
    { by, accounts: [account.id] },
    `UPDATE accounts SET ${assignments.join(', ')} WHERE id = ${parameters.add(account.id)}`,
    parameters.values,
  );
}

/** Hands an account of the distributor's own to a reseller: managed from then on, without a source version (S24). */
export async function markTransferred(
  pass: AdministratorPass,
  accountId: string,
  reseller: TenantReseller,
  sourceAccountId: string,
): Promise<void> {
  await write(
    pass,
    SETUP,
    `UPDATE accounts SET tenant_reseller_id = $2, source_account_id = $3, origin = 'TRANSFERRED_TO_RESELLER',
       managed_since = clock_timestamp(), parent_id = $4, updated_at = clock_timestamp(), revision = revision + 1
     WHERE id = $1`,
    [accountId, reseller.id, sourceAccountId, reseller.accountId],
  );
}

/** Lines of one account's history. */
export interface AccountHistoryLines {
  readonly accountId: string;
  readonly lines: readonly HistoryLine[];
}

/** Adds history lines, in their order, in the transaction of what they tell. One statement, none for no line. */
export async function insertHistory(
  pass: GuardPass,
  actor: string,
  histories: readonly AccountHistoryLines[],
): Promise<void> {
  const lines = histories.flatMap(({ accountId, lines }) => lines.map((line) => ({ account_id: accountId, ...line })));
  if (lines.length === 0) return;
  // The lines of one statement share no instant, or their order would be lost.
  await write(
    pass,
    { by: 'ANY', accounts: histories.map(({ accountId }) => accountId) },
    `INSERT INTO account_history (account_id, at, kind, text, actor)
     SELECT line.account_id, clock_timestamp() + ordinality * interval '1 microsecond', line.kind, line.text, $2
     FROM ROWS FROM (json_to_recordset($1::json) AS (account_id uuid, kind text, text text)) WITH ORDINALITY AS line`,
    [JSON.stringify(lines), actor],
  );
}
