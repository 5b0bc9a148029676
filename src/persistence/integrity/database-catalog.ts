import { text } from '../engine/column';
import type { Reader } from '../engine/database';
import { value } from '../engine/select';
import { join, keyword, sql } from '../engine/sql';
import { NODE_COMMANDS } from './node-commands';

/** Whether an extension brought it along: those are the database's business. */
const ofAnExtension = (catalog: 'pg_class' | 'pg_proc', oid: 'c.oid' | 'p.oid') => sql`
  SELECT FROM pg_depend WHERE classid = '${keyword(catalog)}'::regclass AND objid = ${keyword(oid)} AND deptype = 'e'`;

/** What the two logins are and may, beside what they are granted on our tables. */
const LOGINS = sql`
     SELECT format('login %s: owns %s', l.rolname, c.relname) AS line FROM pg_class c JOIN login l ON l.oid = c.relowner
     UNION ALL SELECT format('login %s: may create in the schema %s', l.rolname, n.nspname) FROM login l, pg_namespace n
       WHERE has_schema_privilege(l.oid, n.oid, 'CREATE')
     UNION ALL SELECT format('login %s: may %s in the database', rolname, privilege)
       FROM login, unnest(ARRAY['CREATE', 'TEMPORARY']) AS privilege
       WHERE has_database_privilege(oid, current_database(), privilege)
     UNION ALL SELECT format('login %s: %s', rolname, attribute) FROM login, unnest(ARRAY[
         CASE WHEN rolsuper THEN 'is a superuser' END, CASE WHEN rolbypassrls THEN 'bypasses row-level security' END,
         CASE WHEN rolcreaterole THEN 'may make roles' END, CASE WHEN rolcreatedb THEN 'may make databases' END,
         CASE WHEN rolreplication THEN 'may replicate' END]) AS attribute WHERE attribute IS NOT NULL
     UNION ALL SELECT format('login %s: is a member of %s', l.rolname, g.rolname)
       FROM pg_auth_members m JOIN login l ON l.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
     UNION ALL SELECT format('login %s: may run on other nodes what it likes: %s', l.rolname, p.proname)
       FROM login l, pg_proc p
       WHERE p.proname IN (${join(
         NODE_COMMANDS.map((name) => sql`'${keyword(name)}'`),
         ', ',
       )}) AND has_function_privilege(l.oid, p.oid, 'EXECUTE')`;

/**
 * Settings that switch layers off, or change what a name means. What a login can say of itself is not among its own: no
 * server believes it (persistence/engine/transaction-settings.ts), and none must stop for it.
 */
const SWITCHES = sql`'session_replication_role', 'row_security', 'search_path', 'role', 'local_preload_libraries',
  'session_preload_libraries'`;
const BY_A_SUPERUSER = sql`'session_replication_role', 'session_preload_libraries'`;

/** Whatever else could get a login at rows, or keep a guard from its work. */
const OTHER_WAYS = sql`
     SELECT format('setting of %s: %s', coalesce(l.rolname, 'the database'), setting)
       FROM pg_db_role_setting s LEFT JOIN login l ON l.oid = s.setrole, unnest(s.setconfig) AS setting
       WHERE (l.oid IS NOT NULL OR s.setrole = 0)
         AND s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
         AND split_part(setting, '=', 1) IN (${SWITCHES})
         AND (s.setrole = 0 OR split_part(setting, '=', 1) IN (${BY_A_SUPERUSER}))
     UNION ALL SELECT format('setting %s: %s may %s', p.parname, coalesce(l.rolname, 'PUBLIC'), g.privilege_type)
       FROM pg_parameter_acl p, aclexplode(p.paracl) g LEFT JOIN login l ON l.oid = g.grantee
       WHERE (g.grantee = 0 OR l.oid IS NOT NULL) AND p.parname IN (${SWITCHES})
     UNION ALL SELECT format('login %s: may use the view %s', l.rolname, c.oid::regclass) FROM login l, pg_class c
       WHERE c.relkind IN ('v', 'm', 'f') AND has_table_privilege(l.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE')
         AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
         AND NOT EXISTS (${ofAnExtension('pg_class', 'c.oid')})
     UNION ALL SELECT format('rule on %s: %s', r.relname, w.rulename)
       FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class
     UNION ALL SELECT format('constraint on %s: %s %s', r.relname, k.conname, pg_get_constraintdef(k.oid))
       FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid WHERE k.contype IN ('c', 'f', 'p', 'u')
     UNION ALL SELECT format('default of %s.%s: %s', r.relname, a.attname, pg_get_expr(d.adbin, d.adrelid))
       FROM pg_attrdef d JOIN relation r ON r.oid = d.adrelid
         JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
       WHERE r.relname IN ('account_audit', 'setup_audit', 'account_history')
     UNION ALL SELECT format('owners of our tables: %s', count(DISTINCT relowner)) FROM relation`;

/**
 * What of a partition is not as its parent says. One that is has no line, so that those that come and go with the months are
 * none of the manifest's. Its constraints hang on the parent's and cannot differ.
 */
const PARTITIONS = sql`
     SELECT format('partition %s of %s: %s', c.relname, p.relname, other)
       FROM relation p JOIN pg_inherits i ON i.inhparent = p.oid JOIN pg_class c ON c.oid = i.inhrelid,
       LATERAL (
         SELECT 'has another owner' AS other WHERE c.relowner <> p.relowner
         UNION ALL SELECT 'is no table that is logged' WHERE c.relkind <> 'r' OR c.relpersistence <> 'p'
         UNION ALL SELECT format('row-level security is %s', CASE WHEN c.relrowsecurity THEN 'on' ELSE 'OFF' END)
           WHERE c.relrowsecurity <> p.relrowsecurity
         UNION ALL SELECT format('trigger %s', t.tgname) FROM pg_trigger t LEFT JOIN pg_trigger o ON o.oid = t.tgparentid
           WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IS DISTINCT FROM o.tgenabled
         UNION ALL SELECT format('rule %s', w.rulename) FROM pg_rewrite w WHERE w.ev_class = c.oid
         UNION ALL SELECT format('policy %s', y.polname) FROM pg_policy y WHERE y.polrelid = c.oid
         UNION ALL SELECT format('%s may %s', CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee) END,
             g.privilege_type)
           FROM relation_grant g WHERE g.oid = c.oid AND g.grantee <> c.relowner) AS difference`;

/**
 * What guards in the database, a line each: triggers, functions, row-level security, constraints, grants, what the logins
 * are, and every other way for them to get at rows: views, functions that run as their owner, rules, settings.
 */
export async function readGuards(reader: Reader): Promise<string[]> {
  const rows = await reader.query(
    sql`WITH login AS (
       SELECT * FROM pg_roles WHERE rolname IN ('reseller_accounts_portal', 'reseller_accounts_sync')),
     relation_grant AS (
       SELECT c.oid, c.relname, g.grantee, g.privilege_type, g.is_grantable, NULL::name AS attname
       FROM pg_class c, aclexplode(c.relacl) g WHERE c.relnamespace = 'public'::regnamespace
       UNION ALL
       SELECT c.oid, c.relname, g.grantee, g.privilege_type, g.is_grantable, a.attname
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) g
       -- A column that was dropped keeps what was granted on it, and nobody can take that back.
       WHERE c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped),
     relation AS (
       SELECT DISTINCT c.* FROM pg_class c JOIN relation_grant g ON g.oid = c.oid JOIN login l ON l.oid = g.grantee
       -- Granted to nobody, and written by a trigger.
       UNION SELECT c.* FROM pg_class c WHERE c.oid IN (to_regclass('public.invoice_numbers'), to_regclass('public.handed_over_versions'))),
     routine AS (
       SELECT p.* FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname IN (
         'locked_together', 'lock_accounts', 'lock_accounts_for_share', 'hold_subscriptions', 'count_issued', 'lock_customers', 'hold_reseller', 'uuid_v5',
         'reseller_queue', 'queue_for_reseller', 'price_for_sale', 'hold_permission_rule', 'hold_setup', 'change_setup', 'keep_issued',
         'current_tenant_reseller', 'reseller_account_status',
         'sees_account', 'is_of_statement', 'is_of_transaction', 'keeps_setup_audit', 'identity_audited_under')
       UNION
       SELECT p.* FROM pg_proc p WHERE p.prosecdef AND NOT EXISTS (${ofAnExtension('pg_proc', 'p.oid')})
         AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
         AND EXISTS (SELECT FROM login l WHERE has_function_privilege(l.oid, p.oid, 'EXECUTE'))
       UNION
       SELECT p.* FROM pg_proc p JOIN pg_trigger t ON t.tgfoid = p.oid JOIN relation r ON r.oid = t.tgrelid
       WHERE NOT t.tgisinternal)
     SELECT ${value('line', text(), sql`line`)} FROM (
     ${LOGINS}
     UNION ALL ${OTHER_WAYS}
     UNION ALL ${PARTITIONS}
     UNION ALL SELECT format('trigger on %s, %s: %s', r.relname,
         CASE t.tgenabled WHEN 'O' THEN 'enabled' ELSE format('NOT ENABLED (%s)', t.tgenabled) END,
         pg_get_triggerdef(t.oid)) AS line
       FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
     UNION ALL SELECT format('function %s(%s): source %s, %s %s, %s, settings %s', p.proname,
         pg_get_function_identity_arguments(p.oid), md5(p.prosrc), a.lanname, p.provolatile,
         CASE WHEN p.prosecdef THEN 'as its owner' ELSE 'as its caller' END, coalesce(p.proconfig::text, 'none'))
       FROM routine p JOIN pg_language a ON a.oid = p.prolang
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
       WHERE l.oid IS NOT NULL OR g.grantee = 0 AND g.oid IN (SELECT oid FROM relation)) AS guards`,
  );
  return rows.map((row) => row.line).sort();
}
