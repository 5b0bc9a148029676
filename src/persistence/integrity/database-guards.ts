import { FIELDS } from '../../domain/accounts/account-fields';
import { ACTIONS } from '../../domain/accounts/account-policy';
import { ACCOUNT_FIELDS, type AccountAction, type AccountField } from '../../domain/vocabulary';
import { boolean, text, textArray } from '../engine/column';
import type { Database, LoginState, Reader } from '../engine/database';
import { PORTAL_LOGIN, SYNC_LOGIN } from '../engine/logins';
import { both, value } from '../engine/select';
import { sql } from '../engine/sql';
import { columnName, type FieldOf } from '../engine/table';
import type { ACCOUNTS } from '../tables/accounts';
import { readNewerAnnouncement } from './announced-guards';
import { guardDifferences } from './compare-guards';
import { readGuards } from './database-catalog';
import { DATABASE_GUARDS } from './database-guards-manifest';
import { inDistributedForm } from './distributed-forms';

/** The database does not guard as the migrations left it, or not as the policy says: the server must not start (S22). */
export class UnguardedDatabaseError extends Error {
  override readonly name = 'UnguardedDatabaseError';
  constructor(readonly faults: readonly string[]) {
    super(
      `The database's guards do not hold:\n${faults.map((fault) => `- ${fault}`).join('\n')}\n` +
        'Nothing is served until they do: correct the URL, undo what was changed, or restore the database.',
    );
  }
}

/** What of the two logins and of the guards in the database does not hold; empty when it may be served. */
export async function findDatabaseFaults(database: Database): Promise<string[]> {
  const { portal, sync } = await database.logins();
  return [
    ...loginFaults('DATABASE_URL', portal, PORTAL_LOGIN),
    ...loginFaults('SYNC_DATABASE_URL', sync, SYNC_LOGIN),
    ...(await findGuardFaults(database.catalog)),
  ];
}

/** What of a login is not what the guards rely on. */
export function loginFaults(variable: string, { login, replicationRole }: LoginState, expected: string): string[] {
  return [
    ...(login === expected ? [] : [`${variable} logs in as ${login}, not as ${expected}`]),
    // Whoever set it, the owner or the server's configuration: no trigger of ours would fire.
    ...(replicationRole === 'origin'
      ? []
      : [`${variable}: session_replication_role is ${replicationRole}, which switches triggers off; set it to origin`]),
  ];
}

/**
 * What of the guards in the database is not as this code's migrations left it (database-guards-manifest.ts), or is not
 * what the policy table says. Empty when all holds. One statement each.
 */
export async function findGuardFaults(reader: Reader): Promise<string[]> {
  const newer = await readNewerAnnouncement(reader);
  const inItsForm = (await isDistributed(reader)) ? inDistributedForm : (guards: readonly string[]) => guards;
  const announced = newer && { ...newer, guards: inItsForm(newer.guards) };
  return [
    ...guardDifferences(inItsForm(DATABASE_GUARDS), await readGuards(reader), announced),
    // Of a newer version's triggers its own policy decides, by which its announcement was made.
    ...(newer ? [] : await findPolicyFaults(reader)),
  ];
}

/** Whether several nodes share the tables (db:distribute). */
export async function isDistributed(reader: Reader): Promise<boolean> {
  const hasNodes = value('hasNodes', boolean(), sql`to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL`);
  const [known] = await reader.query(sql`SELECT ${hasNodes}`);
  if (!known?.hasNodes) return false;
  const rows = await reader.query(
    sql`SELECT FROM pg_catalog.pg_dist_partition WHERE logicalrelid = to_regclass('public.accounts')`,
  );
  return rows.length > 0;
}

/** No field, and never the portal's to change on an account that is managed or deleted: whose it is, what it is found by. */
const FOLLOWING: readonly FieldOf<typeof ACCOUNTS>[] = [
  'tenantResellerId',
  'sourceAccountId',
  'origin',
  'managedSince',
  'deletionDate',
  'sortName',
  'search',
];

/** Which actions write the rows of a table below an account. */
const WRITTEN_BY: Readonly<Record<string, readonly AccountAction[]>> = {
  'sales_documents.closed_account_refuses': ['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER'],
  'sales_lines.closed_account_refuses': ['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER'],
  'subscriptions.closed_account_refuses': ['CREATE_SUBSCRIPTION'],
  'subscriptions.closed_account_refuses_an_end': ['CREATE_SUBSCRIPTION'],
  'synchronization_outbox.closed_account_refuses': ['SYNCHRONIZE'],
  'account_contacts.closed_account_refuses': ['ADD_CONTACT'],
  'account_relations.closed_account_refuses': ['RELATE'],
  'invoice_lines.closed_account_refuses': ['CREATE_INVOICE'],
};

/** What the arguments of the triggers must be by the policy table, by table and trigger. */
function expectedArguments(): ReadonlyMap<string, readonly string[]> {
  const columnsOf = (fields: readonly AccountField[]) =>
    [...fields.map((field) => FIELDS[field].property), ...FOLLOWING].map(columnName);
  return new Map([
    ['accounts.managed_account_keeps', columnsOf(ACCOUNT_FIELDS.filter((field) => FIELDS[field].whenManaged !== null))],
    ['accounts.deleted_account_keeps', columnsOf(ACCOUNT_FIELDS)],
    ...Object.entries(WRITTEN_BY).map(([trigger, actions]) => [trigger, closedStates(actions)] as const),
  ]);
}

function closedStates(actions: readonly AccountAction[]): string[] {
  const managed = actions.every((action) => !ACTIONS[action].whenManaged);
  const deleted = actions.every((action) => !ACTIONS[action].whenDeleted);
  return [...(managed ? ['managed'] : []), ...(deleted ? ['deleted'] : [])];
}

async function findPolicyFaults(reader: Reader): Promise<string[]> {
  const trigger = both(
    value('trigger', text(), sql`c.relname || '.' || t.tgname`),
    value('arguments', textArray(), sql`string_to_array(rtrim(encode(t.tgargs, 'escape'), '\\000'), '\\000')`),
  );
  const rows = await reader.query(
    sql`SELECT ${trigger} FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'public'::regnamespace`,
  );
  const present = new Map(rows.map((row) => [row.trigger, row.arguments]));
  return [...expectedArguments()].flatMap(([trigger, expected]) => {
    const found = present.get(trigger) ?? [];
    const differs = [...expected].sort().join() !== [...found].sort().join();
    return differs ? [`the policy says of ${trigger}: ${expected.join(', ')}; the database: ${found.join(', ')}`] : [];
  });
}
