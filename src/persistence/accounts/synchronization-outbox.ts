import { v7 } from 'uuid';
import type { AccountPass } from '../pass/guard-pass';
import { write } from '../pass/writing';

/** Puts a request to synchronize the pass's account into the outbox, from which it is delivered later. */
export async function insertSynchronizationRequest(pass: AccountPass, systemCode: string): Promise<void> {
  await write(
    pass,
    { by: ['SYNCHRONIZE'], accounts: [pass.loaded.account.id] },
    'INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by) VALUES ($1, $2, $3, $4)',
    [pass.loaded.account.id, v7(), systemCode, pass.caller.id],
  );
}
