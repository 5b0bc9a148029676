import type { Client } from 'pg';
import { PORTAL_LOGIN, SYNC_LOGIN } from '../engine/logins';
import { NODE_COMMANDS } from '../integrity/node-commands';

export const LOGINS = [PORTAL_LOGIN, SYNC_LOGIN] as const;

/** Who may on the nodes what a login may in part: of the login only there. */
const onNodes = (login: string) => `${login}_on_nodes`;

/**
 * Citus keeps no grants on columns: they stand on the coordinator alone, which holds every statement to them before it
 * sends it on. What it sends is held to whole tables: a role of its own is granted those, and a login is that role on the other
 * nodes and not here. A node that is added later refuses until this has run again.
 */
export async function grantOnNodes(client: Client): Promise<void> {
  for (const login of LOGINS) {
    await client.query(`DO $$ BEGIN
      IF to_regrole('${onNodes(login)}') IS NULL THEN CREATE ROLE ${onNodes(login)} NOLOGIN; END IF;
    END $$`);
  }
  const { rows } = await client.query(
    `SELECT DISTINCT c.relname AS table, g.privilege_type AS privilege, r.rolname AS login
     FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid JOIN pg_attribute a ON a.attrelid = c.oid,
       aclexplode(a.attacl) g JOIN pg_roles r ON r.oid = g.grantee
     WHERE NOT a.attisdropped AND r.rolname = ANY ($1) ORDER BY 1, 2, 3`,
    [LOGINS],
  );
  for (const { table, privilege, login } of rows) {
    await client.query(`GRANT ${privilege} ON public.${table} TO ${onNodes(login)}`);
  }
  await grantColumnsHere(client);
}

/**
 * Takes from everybody the functions that run SQL on the nodes, where the logins may more than here. Gives those that a login
 * may call still: only who made the extension can take them away.
 */
export async function closeNodeCommands(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query(
    'SELECT p.oid::regprocedure::text AS name FROM pg_catalog.pg_proc p WHERE p.proname = ANY ($1) ORDER BY 1',
    [NODE_COMMANDS],
  );
  await client.query('SET LOCAL citus.enable_ddl_propagation = off');
  for (const { name } of rows) {
    await client.query(`GRANT EXECUTE ON FUNCTION ${name} TO CURRENT_USER`);
    await client.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
  }
  await client.query('SET LOCAL citus.enable_ddl_propagation = on');
  const left = await client.query(
    `SELECT DISTINCT p.oid::regprocedure::text AS name FROM pg_catalog.pg_proc p, unnest($2::text[]) AS login
     WHERE p.proname = ANY ($1) AND has_function_privilege(login, p.oid, 'EXECUTE') ORDER BY 1`,
    [NODE_COMMANDS, LOGINS],
  );
  return left.rows.map(({ name }) => name);
}

/** Not in a transaction: the nodes must see the roles. */
export async function joinOnNodes(client: Client): Promise<void> {
  for (const login of LOGINS) await onWorkers(client, `GRANT ${onNodes(login)} TO ${login}`);
}

/** The copies of reference tables that the coordinator has are read as they are, without asking on. */
async function grantColumnsHere(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT format('GRANT %s (%s) ON public.%I TO %I', g.privilege_type, string_agg(quote_ident(a.attname), ', '),
       shard_name(s.logicalrelid, s.shardid), r.rolname) AS statement
     FROM pg_dist_placement l JOIN pg_dist_shard s USING (shardid) JOIN pg_attribute a ON a.attrelid = s.logicalrelid,
       aclexplode(a.attacl) g JOIN pg_roles r ON r.oid = g.grantee
     WHERE l.groupid = 0 AND NOT a.attisdropped AND r.rolname = ANY ($1)
     GROUP BY g.privilege_type, s.logicalrelid, s.shardid, r.rolname`,
    [LOGINS],
  );
  await client.query('SET LOCAL citus.enable_ddl_propagation = off');
  await client.query('SET LOCAL citus.enable_manual_changes_to_shards = on');
  for (const { statement } of rows) await client.query(statement);
  await client.query('SET LOCAL citus.enable_ddl_propagation = on');
}

async function onWorkers(client: Client, statement: string): Promise<void> {
  const { rows } = await client.query(`SELECT result FROM run_command_on_workers($1) WHERE NOT success`, [
    `DO $$ BEGIN
        PERFORM set_config('citus.enable_ddl_propagation', 'off', true);
        EXECUTE '${statement}';
      END $$`,
  ]);
  const [failed] = rows;
  if (failed) throw new Error(failed.result);
}
