import { Pool } from 'pg';
import { connectionsOf, type LoginSettings } from '../data-source';

/** Connections of one login, each made when it is asked for. */
export function openConnections(login: LoginSettings): Pool {
  const pool = new Pool({
    connectionString: login.url,
    application_name: 'reseller-accounts',
    // What is sent before answers are waited for is answered in its order (session.ts).
    pipeline: true,
    ...connectionsOf(login),
  });
  // One that breaks fails what is being asked on it, and while nobody asks is made anew by who asks next. Unheard it would
  // end the process, in somebody's hands or in nobody's.
  const hear = () => undefined;
  pool.on('error', hear);
  pool.on('connect', (client) => void client.on('error', hear));
  return pool;
}
