import { everyRow } from '../../support/resellers';
import type { World } from '../../support/world';

/** All that a call could leave: every row of every table with the transaction that wrote it, sequences, locks. */
export async function tracesOf(world: World): Promise<string[]> {
  const rows = await everyRow(world);
  const others = await world.sql<{ line: string }>(
    `SELECT concat_ws(' ', 'sequence', schemaname, sequencename, last_value) AS line FROM pg_sequences
     UNION ALL
     SELECT concat_ws(' ', 'lock', l.locktype, l.relation::regclass, l.mode)
       FROM pg_locks l JOIN pg_stat_activity s ON s.pid = l.pid
       WHERE l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.pid <> pg_backend_pid()
         -- Autovacuum comes and goes as it likes.
         AND s.backend_type = 'client backend'
     UNION ALL
     SELECT 'a transaction that is open' FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  return [...rows, ...others.map(({ line }) => line)].sort();
}
