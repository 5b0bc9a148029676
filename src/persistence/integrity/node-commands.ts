/**
 * The functions of Citus that run SQL on other nodes for whoever calls them, where a login is granted whole tables
 * (persistence/set-up/node-grants.ts): no login may call one, which Citus lets everybody.
 */
export const NODE_COMMANDS: readonly string[] = [
  'citus_run_local_command',
  'master_run_on_worker',
  'run_command_on_all_nodes',
  'run_command_on_colocated_placements',
  'run_command_on_coordinator',
  'run_command_on_placements',
  'run_command_on_shards',
  'run_command_on_workers',
];
