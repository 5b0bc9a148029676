import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The two logins of the subgraph, with the passwords they have now. */
export interface Logins {
  readonly portal: { readonly user: string; readonly password: string };
  readonly sync: { readonly user: string; readonly password: string };
}

/** The roles that the migrations make and their triggers, grants and policies name. */
export const PORTAL_LOGIN = 'reseller_accounts_portal';
export const SYNC_LOGIN = 'reseller_accounts_sync';

/** Makes the database when it is not there. `url` leads the owner to any other database of the cluster. */
export async function ensureDatabase(url: string, database: string): Promise<void> {
  await withClient(url, async (client) => {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

/** Lets the roles of the migrations log in, with new passwords that only this process knows. */
export async function openLogins(url: string): Promise<Logins> {
  const logins = {
    portal: { user: PORTAL_LOGIN, password: randomBytes(24).toString('hex') },
    sync: { user: SYNC_LOGIN, password: randomBytes(24).toString('hex') },
  };
  await withClient(url, async (client) => {
    for (const { user, password } of [logins.portal, logins.sync]) {
      await client.query(`ALTER ROLE ${user} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
  });
  return logins;
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
