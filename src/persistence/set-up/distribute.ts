import type { Client } from 'pg';
import { SettledClient } from '../engine/connection/settled-client';
import { migrationNames } from '../engine/data-source';
import { COORDINATOR_SETTINGS, NODE_SETTINGS } from '../engine/logins';
import { DISTRIBUTED_FORMS } from '../integrity/distributed-forms';
import { closeNodeCommands, grantOnNodes, joinOnNodes, LOGINS } from './node-grants';
import { PLACEMENTS, type Placement } from './placement';

/** The tables cannot be distributed as things are; the message says what to do. */
export class NotDistributableError extends Error {
  override readonly name = 'NotDistributableError';
}

/** Told how far it is, in tables. */
export interface DistributionProgress {
  begin(what: string, total: number): void;
  reach(done: number): void;
  end(): void;
}

/**
 * Shares the tables among the nodes of a Citus cluster, with what they hold, over a direct connection of the owner's to the
 * coordinator. All of it is one transaction: it is done, or nothing is. What is distributed is left as it is, and what a
 * cluster needs besides is seen to again each time. Gives the tables that were distributed now.
 */
export async function distribute(url: string, progress: DistributionProgress): Promise<readonly string[]> {
  const client = new SettledClient({ connectionString: url, application_name: 'reseller-accounts db:distribute' });
  // A backend that goes away fails the statement that runs, or the next one.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SET search_path = public');
    await client.query('SET statement_timeout = 0');
    await assertDirect(client);
    await assertCluster(client);
    await assertMigrated(client);
    const wanted = await toDistribute(client);
    if (wanted.length > 0) await assertNobodyIsServed(client);
    await setRoles(client);
    await inTransaction(client, async () => {
      await distributeTables(client, wanted, progress);
      for (const statement of DISTRIBUTED_FORMS) await client.query(statement);
      await closeOtherWays(client);
      await grantOnNodes(client);
    });
    await joinOnNodes(client);
    // What was there before is on the nodes now, and still in the place that it had.
    for (const [name] of wanted) {
      await client.query(`SELECT truncate_local_data_after_distributing_table('public.${name}')`);
    }
    return wanted.map(([name]) => name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A pooler in between answers for another process than the one that it announced. */
async function assertDirect(client: Client): Promise<void> {
  const { rows } = await client.query('SELECT pg_catalog.pg_backend_pid() AS pid');
  if (!('processID' in client) || client.processID !== rows[0].pid) {
    throw new NotDistributableError("A pooler is in between: the owner's URL must lead to the coordinator itself.");
  }
}

async function assertCluster(client: Client): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM pg_catalog.pg_extension WHERE extname = 'citus'`);
  if (rowCount === 0) {
    throw new NotDistributableError(
      'The extension citus is not in this database. Make it on every node (CREATE EXTENSION citus), and join the nodes on the coordinator.',
    );
  }
  const { rows } = await client.query(
    `SELECT pg_catalog.citus_is_coordinator() AS "isCoordinator",
       count(*) FILTER (WHERE groupid = 0)::int AS "itself", coalesce(bool_or(shouldhaveshards) FILTER (WHERE groupid = 0), false) AS "keepsShards",
       count(*) FILTER (WHERE groupid <> 0 AND isactive AND shouldhaveshards)::int AS workers
     FROM pg_catalog.pg_dist_node WHERE noderole = 'primary'`,
  );
  const [{ isCoordinator, itself, keepsShards, workers }] = rows;
  if (!isCoordinator) throw new NotDistributableError('The URL must lead to the coordinator, not to another node.');
  if (itself === 0) {
    throw new NotDistributableError(
      'The coordinator does not know itself: SELECT citus_set_coordinator_host(its host, its port).',
    );
  }
  if (workers === 0) {
    throw new NotDistributableError(
      'No other node is there to hold a part: SELECT citus_add_node(its host, its port), for each.',
    );
  }
  if (keepsShards) {
    throw new NotDistributableError(
      "The coordinator must hold no part itself: SELECT citus_set_node_property(its host, its port, 'shouldhaveshards', false).",
    );
  }
}

async function assertMigrated(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS run FROM public.schema_migrations WHERE name = ANY ($1)`,
    [migrationNames()],
  );
  if (rows[0].run < migrationNames().length) {
    throw new NotDistributableError('The database lacks migrations of this version: run reseller-accounts db:setup.');
  }
}

async function toDistribute(client: Client): Promise<(readonly [name: string, placement: Placement])[]> {
  const { rows } = await client.query('SELECT logicalrelid::text AS name FROM pg_catalog.pg_dist_partition');
  const done = new Set(rows.map(({ name }) => name));
  return Object.entries(PLACEMENTS).filter(([name, placement]) => placement !== 'LOCAL' && !done.has(name));
}

async function assertNobodyIsServed(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS sessions FROM pg_catalog.pg_stat_activity
     WHERE datname = current_database() AND usename = ANY ($1)`,
    [LOGINS],
  );
  if (rows[0].sessions > 0) {
    throw new NotDistributableError(
      `${rows[0].sessions} sessions of ${LOGINS.join(' and ')} are open: stop the servers first, they are served again when it is done.`,
    );
  }
}

async function closeOtherWays(client: Client): Promise<void> {
  const open = await closeNodeCommands(client);
  if (open.length > 0) {
    throw new NotDistributableError(
      `The logins could run on the nodes what they like. As who made the extension citus: REVOKE EXECUTE ON FUNCTION ${open.join(', ')} FROM PUBLIC, and GRANT it to this owner.`,
    );
  }
}

async function setRoles(client: Client): Promise<void> {
  for (const [name, value] of Object.entries(NODE_SETTINGS)) {
    for (const role of [...LOGINS, 'CURRENT_USER']) await client.query(`ALTER ROLE ${role} SET ${name} = '${value}'`);
    await client.query(`SET ${name} = '${value}'`);
  }
  await client.query('SET citus.enable_alter_role_set_propagation = off');
  for (const [name, value] of Object.entries(COORDINATOR_SETTINGS)) {
    for (const role of LOGINS) await client.query(`ALTER ROLE ${role} SET ${name} = '${value}'`);
  }
  await client.query('RESET citus.enable_alter_role_set_propagation');
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function distributeTables(
  client: Client,
  wanted: readonly (readonly [name: string, placement: Placement])[],
  progress: DistributionProgress,
): Promise<void> {
  if (wanted.length === 0) return;
  progress.begin('Tables', wanted.length);
  const inTheWay = await inTheirWay(client);
  for (const { dropped } of inTheWay) await client.query(dropped);
  for (const [at, [name, placement]] of wanted.entries()) {
    await client.query(placing(name, placement));
    progress.reach(at + 1);
  }
  for (const { made } of inTheWay) await client.query(made);
  progress.end();
}

function placing(name: string, placement: Placement): string {
  if (typeof placement === 'string') return `SELECT create_reference_table('public.${name}')`;
  const beside = placement.with === null ? 'none' : `public.${placement.with}`;
  return `SELECT create_distributed_table('public.${name}', '${placement.by}', colocate_with => '${beside}')`;
}

/**
 * Foreign keys and policies: Citus takes them of tables that are distributed, not along with one. And what is moved is no write:
 * no trigger fires for it. Those come first and last, since what waits for a commit would keep a table from being changed.
 */
async function inTheirWay(client: Client): Promise<readonly { readonly dropped: string; readonly made: string }[]> {
  const { rows } = await client.query(
    `SELECT DISTINCT format('ALTER TABLE %s DISABLE TRIGGER USER', t.tgrelid::regclass) AS dropped,
       format('ALTER TABLE %s ENABLE TRIGGER USER', t.tgrelid::regclass) AS made
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
     UNION ALL
     SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
     UNION ALL
     SELECT format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass),
       format('CREATE POLICY %I ON %s TO %s USING (%s) WITH CHECK (%s)', p.polname, p.polrelid::regclass,
         (SELECT string_agg(quote_ident(rolname), ', ') FROM pg_roles WHERE oid = ANY (p.polroles)),
         pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
     FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'public'::regnamespace`,
  );
  return rows;
}
