import { type ClientBase, Pool, type QueryResult } from 'pg';
import { connectionsOf, type LoginSettings } from '../data-source';
import type { NamedStatements } from './named-statements';
import { toldOfNodes } from './nodes';

/** What a connection begins with, and who is told whether it leads to the server itself. */
export interface Opening {
  readonly statements: string;
  readonly named?: NamedStatements;
}

/** Connections of one login, each made when it is asked for. */
export function openConnections(login: LoginSettings, opening?: Opening): Pool {
  const pool = new Pool({
    connectionString: login.url,
    application_name: 'reseller-accounts',
    // What is sent before answers are waited for is answered in its order (session.ts).
    pipeline: true,
    ...connectionsOf(login),
    ...(opening && { onConnect: (client: ClientBase) => open(client, opening) }),
  });
  // One that breaks fails what is being asked on it, and while nobody asks is made anew by who asks next. Unheard it would
  // end the process, in somebody's hands or in nobody's.
  const hear = () => undefined;
  pool.on('error', hear);
  pool.on('connect', (client) => void client.on('error', hear));
  return pool;
}

async function open(client: ClientBase, { statements, named }: Opening): Promise<void> {
  // Several statements are answered one by one, which the types of pg do not know.
  const answers: unknown = await client.query(`${statements}; SELECT pg_catalog.pg_backend_pid() AS pid,
    pg_catalog.current_setting('citus.propagate_set_commands', true) = 'local' AS "tellsNodes"`);
  const { processID } = client as { readonly processID?: unknown };
  const [row] = (answers as QueryResult[]).at(-1)?.rows ?? [];
  named?.opened(client, processID, row?.pid);
  if (row?.tellsNodes === true) toldOfNodes(client);
}
