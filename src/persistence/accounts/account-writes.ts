import type { AccountState } from '../../domain/accounts/account';
import { MASTERED_PROPERTIES } from '../../domain/accounts/mastered';
import { DomainError, refusal } from '../../domain/errors';
import { invalidInput } from '../../domain/input';
import { say } from '../../domain/message';
import { FOUND_BY } from '../../domain/search/lexemes';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { assignedFrom, assignments, columnsOf, recordset } from '../engine/changes';
import { foundBy } from '../engine/search-query';
import { select } from '../engine/select';
import { join, type Statement, sql } from '../engine/sql';
import { fieldsBut, violatedConstraint } from '../engine/table';
import { type AccountPass, AdministratorPass, type SyncPass, type Writes } from '../pass/guard-pass';
import { SETUP, write, writeAtCommit } from '../pass/writing';
import { ACCOUNTS } from '../tables/accounts';
import { a } from './account-visibility';

/** What a new account is written with; the database fills in the rest. */
const BORN_WITH = fieldsBut(ACCOUNTS, [
  'search',
  'emailKey',
  'accountingNoKey',
  'managedSince',
  'lastSyncedAt',
  'createdAt',
  'updatedAt',
  'revision',
]);
/** What of an account may be changed after its creation, by whoever may. */
const CHANGEABLE = fieldsBut(ACCOUNTS, [
  'id',
  'tenantResellerId',
  'sourceAccountId',
  'sourceVersion',
  'snapshotVersion',
  'origin',
  'managedSince',
  'lastSyncedAt',
  'createdAt',
  'updatedAt',
  'revision',
  'sortName',
  'search',
  'emailKey',
  'accountingNoKey',
]);
const VERSIONS = ['sourceVersion', 'snapshotVersion'] as const;
/** What a refresh writes: what the reseller masters, its status and version, and what its name is ordered by. */
const REFRESHED = [...MASTERED_PROPERTIES, ...VERSIONS, ...(['status', 'deletionDate', 'sortName'] as const)];

/** A change of one account: only these fields are ever written. */
export type AccountChanges = Partial<Pick<AccountState, (typeof CHANGEABLE)[number]>>;

/** Adds accounts: the distributor's own by an administrator, copies by the sync. One statement, none for none. */
export async function insertAccounts(
  pass: AdministratorPass | SyncPass,
  accounts: readonly AccountState[],
): Promise<void> {
  if (accounts.length === 0) return;
  const fresh = recordset('fresh', ACCOUNTS, BORN_WITH, accounts.map(newlyStored), { lexemes: 'text[]' });
  const since = sql`CASE WHEN ${fresh.origin} IS NOT NULL THEN statement_timestamp() END`;
  await refusingTakenIds(
    pass,
    write(
      pass,
      SETUP,
      sql`INSERT INTO public.accounts AS a (${columnsOf(ACCOUNTS, BORN_WITH)}, search, managed_since, last_synced_at)
        SELECT ${fresh.$list(BORN_WITH)}, array_to_tsvector(${fresh.lexemes}), ${since}, ${since}
        FROM ${fresh.$} ORDER BY ${fresh.id} RETURNING ${select(a, ['id'])}`,
    ),
  );
}

/** An id that is taken: by whoever was quicker, or registered by an administrator before a copy would have got it. */
async function refusingTakenIds(pass: AdministratorPass | SyncPass, inserted: Promise<unknown>): Promise<void> {
  try {
    await inserted;
  } catch (error) {
    if (violatedConstraint(error) !== 'pk_accounts') throw error;
    if (pass instanceof AdministratorPass) throw new DomainError(invalidInput(['input', 'id'], 'input.idTaken'));
    throw new DomainError(refusal('SOURCE_ACCOUNT_TAKEN', say('reseller.idOfAnotherAccount'), ['input']));
  }
}

const OWN = {
  tenantResellerId: null,
  sourceAccountId: null,
  sourceVersion: null,
  snapshotVersion: null,
  origin: null,
} as const;

/** An account as its table holds it; what else is on the object is not sent. */
function newlyStored(account: AccountState) {
  const { tenantResellerId, sourceAccountId, sourceVersion, snapshotVersion, origin } = account.management ?? OWN;
  const { sortName, lexemes } = foundBy(account);
  return {
    tenantResellerId,
    sourceAccountId,
    sourceVersion,
    snapshotVersion,
    origin,
    sortName,
    lexemes,
    // Last: what is added to the copy of an object takes the engine a hundred times as long.
    ...account,
  };
}

/**
 * Writes what the reseller masters on customers that have changed, and nothing else of them, as the transaction commits.
 * One statement, none for none.
 */
export async function refreshAccounts(pass: SyncPass, customers: readonly AccountState[]): Promise<void> {
  if (customers.length === 0) return;
  const c = recordset('c', ACCOUNTS, ['id', ...REFRESHED], customers.map(newlyStored), { lexemes: 'text[]' });
  writeAtCommit(
    pass,
    SETUP,
    sql`UPDATE ${a.$} SET ${assignedFrom(ACCOUNTS, REFRESHED, c)}, search = array_to_tsvector(${c.lexemes}),
        last_synced_at = statement_timestamp(), ${join(CHANGED_NOW, ', ')}
      FROM ${c.$} WHERE ${a.id} = ${c.id} AND ${a.tenantResellerId} = ${pass.reseller.id}`,
  );
}

/**
 * Confirms customers that are as their reseller says: all that is new of them is the version of its snapshot. Most are, so
 * that nothing else of them is sent. One statement, none for none.
 */
export async function confirmAccounts(pass: SyncPass, customers: readonly AccountState[]): Promise<void> {
  if (customers.length === 0) return;
  const rows = customers.map(({ id, management }) => {
    const { sourceVersion, snapshotVersion } = management ?? OWN;
    return { id, sourceVersion, snapshotVersion };
  });
  const c = recordset('c', ACCOUNTS, ['id', ...VERSIONS], rows, {});
  writeAtCommit(
    pass,
    SETUP,
    sql`UPDATE ${a.$} SET ${assignedFrom(ACCOUNTS, VERSIONS, c)}, last_synced_at = statement_timestamp()
      FROM ${c.$} WHERE ${a.id} = ${c.id} AND ${a.tenantResellerId} = ${pass.reseller.id}`,
  );
}

/** Changes the account that the pass is for, as the transaction commits. */
export async function changeAccount(pass: AccountPass, changes: AccountChanges): Promise<void> {
  const by = actionsThatChange(changes);
  writeAtCommit(pass, { by, accounts: [pass.accountId] }, changeOf(pass.account, changes));
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
  await write(pass, SETUP, changeOf(account, changes));
}

function changeOf(account: AccountState, changes: AccountChanges): Statement<unknown> {
  const changed = { ...account, ...changes };
  const assigned = assignments(ACCOUNTS, CHANGEABLE, changes);
  if (FOUND_BY.some((field) => changes[field] !== undefined)) {
    const { sortName, lexemes } = foundBy(changed);
    assigned.push(sql`sort_name = ${sortName}`, sql`search = array_to_tsvector(${lexemes}::text[])`);
  }
  return sql`UPDATE ${a.$} SET ${join([...assigned, ...CHANGED_NOW], ', ')} WHERE ${a.id} = ${account.id}`;
}

const CHANGED_NOW = [sql`updated_at = statement_timestamp()`, sql`revision = ${a.revision} + 1`];

/** Hands accounts of the distributor's own to a reseller: managed from then on, without a source version (S24). One statement. */
export async function markTransferred(
  pass: AdministratorPass,
  reseller: TenantReseller,
  transferred: readonly { readonly accountId: string; readonly sourceAccountId: string }[],
): Promise<void> {
  const managed = assignments(ACCOUNTS, ['tenantResellerId', 'origin', 'parentId'], {
    tenantResellerId: reseller.id,
    origin: 'TRANSFERRED_TO_RESELLER',
    parentId: reseller.accountId,
  });
  const rows = transferred.map(({ accountId, sourceAccountId }) => ({ id: accountId, sourceAccountId }));
  const h = recordset('h', ACCOUNTS, ['id', 'sourceAccountId'], rows, {});
  const assigned = [
    ...managed,
    assignedFrom(ACCOUNTS, ['sourceAccountId'], h),
    sql`managed_since = statement_timestamp()`,
    ...CHANGED_NOW,
  ];
  await write(pass, SETUP, sql`UPDATE ${a.$} SET ${join(assigned, ', ')} FROM ${h.$} WHERE ${a.id} = ${h.id}`);
}
