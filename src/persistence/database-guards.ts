import { ACTIONS, FIELDS } from '../domain/account-policy';
import { ACCOUNT_FIELDS, type AccountAction, type AccountField } from '../domain/vocabulary';
import type { AccountRow } from './account-rows';
import type { Sql } from './database';
import { DATABASE_GUARDS } from './database-guards-manifest';

/** The database does not guard as the migrations left it, or not as the policy says: the server must not start (S22). */
export class UnguardedDatabaseError extends Error {
  override readonly name = 'UnguardedDatabaseError';
  constructor(readonly faults: readonly string[]) {
    super(
      `The database's guards do not hold:\n${faults.map((fault) => `- ${fault}`).join('\n')}\n` +
        'Nothing is served until they do: undo what was changed, or restore the database.',
    );
  }
}

/**
 * What of the guards in the database is not as this code's migrations left it (database-guards-manifest.ts), or is not
 * what the policy table says. Empty when all holds. One statement each.
 */
export async function findGuardFaults(sql: Sql): Promise<string[]> {
  const present = new Set(await readGuards(sql));
  const expected = new Set(DATABASE_GUARDS);
  return [
    ...DATABASE_GUARDS.filter((guard) => !present.has(guard)).map((guard) => `missing: ${guard}`),
    ...[...present].filter((guard) => !expected.has(guard)).map((guard) => `not ours: ${guard}`),
    ...(await findPolicyFaults(sql)),
  ];
}

/** The column of each field, for comparing with what triggers keep. */
const COLUMN_OF: Readonly<Record<AccountField, keyof AccountRow>> = {
  NAME: 'name',
  ACCOUNTING_NO: 'accounting_no',
  EMAIL: 'email',
  BILLING_ADDRESS: 'billing_address',
  SYNCHRONIZATION_OPTIONS: 'synchronization_options',
  STATUS: 'status',
  PARENT: 'parent_id',
  BILL_TO: 'bill_to_id',
  CURRENCY: 'currency',
  ENABLE_ORDERING: 'enable_ordering',
  SEPARATE_INVOICES: 'separate_invoices',
  RESPONSIBLE_USER: 'responsible_user_id',
  PERMISSION_RULE: 'permission_rule_id',
  CUSTOM_FIELDS: 'custom_fields',
};
/** No field, and never the portal's to change on an account that is managed or deleted: who manages it, and since when. */
const OWNERSHIP = ['tenant_reseller_id', 'source_account_id', 'origin', 'managed_since', 'deletion_date'];

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
  const columnsOf = (fields: readonly AccountField[]) => [...fields.map((field) => COLUMN_OF[field]), ...OWNERSHIP];
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

async function findPolicyFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ trigger: string; arguments: string[] }>(
    `SELECT c.relname || '.' || t.tgname AS trigger,
       string_to_array(rtrim(encode(t.tgargs, 'escape'), '\\000'), '\\000') AS arguments
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace`,
  );
  const present = new Map(rows.map((row) => [row.trigger, row.arguments]));
  return [...expectedArguments()].flatMap(([trigger, expected]) => {
    const found = present.get(trigger) ?? [];
    const differs = [...expected].sort().join() !== [...found].sort().join();
    return differs ? [`the policy says of ${trigger}: ${expected.join(', ')}; the database: ${found.join(', ')}`] : [];
  });
}

/** What guards in the database, a line each: triggers, functions, row-level security, grants and what the logins are. */
export async function readGuards(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ line: string }>(
    `WITH login AS (
       SELECT * FROM pg_roles WHERE rolname IN ('reseller_accounts_portal', 'reseller_accounts_sync')),
     relation_grant AS (
       SELECT c.oid, c.relname, g.grantee, g.privilege_type, g.is_grantable, NULL::name AS attname
       FROM pg_class c, aclexplode(c.relacl) g WHERE c.relnamespace = 'public'::regnamespace
       UNION ALL
       SELECT c.oid, c.relname, g.grantee, g.privilege_type, g.is_grantable, a.attname
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) g
       WHERE c.relnamespace = 'public'::regnamespace),
     relation AS (
       SELECT DISTINCT c.* FROM pg_class c JOIN relation_grant g ON g.oid = c.oid JOIN login l ON l.oid = g.grantee),
     routine AS (
       SELECT p.* FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname IN (
         'lock_accounts', 'lock_accounts_for_share', 'current_tenant_reseller', 'reseller_account_status')
       UNION
       SELECT p.* FROM pg_proc p JOIN pg_trigger t ON t.tgfoid = p.oid JOIN relation r ON r.oid = t.tgrelid
       WHERE NOT t.tgisinternal)
     SELECT format('trigger on %s, %s: %s', r.relname,
         CASE t.tgenabled WHEN 'O' THEN 'enabled' ELSE format('NOT ENABLED (%s)', t.tgenabled) END,
         pg_get_triggerdef(t.oid)) AS line
       FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
     UNION ALL SELECT format('function %s(%s): source %s, %s, settings %s', p.proname,
         pg_get_function_identity_arguments(p.oid), md5(p.prosrc),
         CASE WHEN p.prosecdef THEN 'as its owner' ELSE 'as its caller' END, coalesce(p.proconfig::text, 'none'))
       FROM routine p
     UNION ALL SELECT format('function %s: %s may %s', p.proname, coalesce(l.rolname, 'PUBLIC'), g.privilege_type)
       FROM routine p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
         LEFT JOIN login l ON l.oid = g.grantee WHERE g.grantee = 0 OR l.oid IS NOT NULL
     UNION ALL SELECT format('row-level security of %s: %s', relname,
         CASE WHEN relrowsecurity THEN 'on' ELSE 'OFF' END) FROM relation WHERE relkind IN ('r', 'p')
     UNION ALL SELECT format('policy %s on %s, %s for %s: %s, written %s', p.polname, r.relname,
         CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END || ' ' || p.polcmd::text,
         (SELECT string_agg(rolname, ', ' ORDER BY rolname) FROM pg_roles WHERE oid = ANY (p.polroles)),
         pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
       FROM pg_policy p JOIN relation r ON r.oid = p.polrelid
     UNION ALL SELECT format('grant to %s: %s on %s', coalesce(l.rolname, 'PUBLIC'),
         g.privilege_type || CASE WHEN g.is_grantable THEN ', and to grant it,' ELSE '' END,
         g.relname || coalesce('.' || g.attname, ''))
       FROM relation_grant g LEFT JOIN login l ON l.oid = g.grantee
       WHERE l.oid IS NOT NULL OR g.grantee = 0 AND g.oid IN (SELECT oid FROM relation)
     UNION ALL SELECT format('login %s: owns %s', l.rolname, c.relname) FROM pg_class c JOIN login l ON l.oid = c.relowner
     UNION ALL SELECT format('login %s: may create in the schema', rolname) FROM login
       WHERE has_schema_privilege(oid, 'public', 'CREATE')
     UNION ALL SELECT format('login %s: %s', rolname, attribute) FROM login, unnest(ARRAY[
         CASE WHEN rolsuper THEN 'is a superuser' END, CASE WHEN rolbypassrls THEN 'bypasses row-level security' END,
         CASE WHEN rolcreaterole THEN 'may make roles' END, CASE WHEN rolcreatedb THEN 'may make databases' END,
         CASE WHEN rolreplication THEN 'may replicate' END]) AS attribute WHERE attribute IS NOT NULL
     UNION ALL SELECT format('login %s: is a member of %s', l.rolname, g.rolname)
       FROM pg_auth_members m JOIN login l ON l.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
     UNION ALL SELECT format('login %s: %s', rolname, setting) FROM login, unnest(rolconfig) AS setting`,
  );
  return rows.map((row) => row.line).sort();
}
