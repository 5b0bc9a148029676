import type { Client } from 'pg';
import { SettledClient } from '../engine/connection/settled-client';
import type { Reader } from '../engine/database';
import { PORTAL_LOGIN } from '../engine/logins';
import { readRows } from '../engine/sql';
import { findReferenceFaults, type ReferenceFault } from '../integrity/account-references';

export type { ReferenceFault } from '../integrity/account-references';

/** The login does not see all accounts, so that what it finds would say nothing. */
export class BlindLoginError extends Error {
  override readonly name = 'BlindLoginError';
  constructor(login: string) {
    super(`The login ${login} does not see every account: take the owner's, or the portal's.`);
  }
}

/** All that the database holds against the rules of who pays for whom, as of one instant. Reads, and changes nothing. */
export async function checkReferences(url: string): Promise<ReferenceFault[]> {
  const client = new SettledClient({ connectionString: url });
  await client.connect();
  try {
    await client.query('START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // The portal's login gives up after ten seconds, which a large database needs more than.
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query('SET LOCAL search_path = public');
    await assertSeesAll(client);
    const reader: Reader = {
      query: async (statement) => readRows(statement, (await client.query(statement.text, statement.values)).rows),
    };
    return await findReferenceFaults(reader);
  } finally {
    await client.end();
  }
}

/** A sync's login sees nothing but what its transaction names, and would find that all is well. */
async function assertSeesAll(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT session_user AS login, row_security_active('public.accounts') AS "isFiltered" FROM public.schema_migrations LIMIT 1`,
  );
  const [{ login, isFiltered } = { login: '', isFiltered: true }] = rows;
  if (isFiltered && login !== PORTAL_LOGIN) throw new BlindLoginError(String(login));
}
