import type { TestCluster } from './cluster';

/** Whether several nodes share the tables of the tests' one database. */
export function isDistributed(): boolean {
  const cluster: TestCluster = JSON.parse(process.env.TEST_CLUSTER ?? '');
  return cluster.isDistributed === true;
}

/** Of the connections that the coordinator has to a node, those that wait there, by who asks through them. */
const ON_A_NODE = `SELECT coalesce(string_agg(substring(application_name FROM 'gpid=([0-9]+)'), ','), '') FROM pg_stat_activity
  WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;

/**
 * Of SQL: who waits for a lock that another one holds, by `pid`, `usename` and `client_port`. Where several nodes share the
 * tables, the lock may be on any of them.
 */
export function waiting(): string {
  const elsewhere = isDistributed()
    ? `OR w.pid IN (SELECT citus_pid_for_gpid(gpid::bigint)
        FROM run_command_on_workers($node$${ON_A_NODE}$node$) n, unnest(string_to_array(n.result, ',')) AS gpid)`
    : '';
  return `(SELECT w.pid, w.usename, w.client_port FROM pg_stat_activity w
    WHERE w.datname = current_database() AND (cardinality(pg_blocking_pids(w.pid)) > 0 ${elsewhere})) waiting`;
}
