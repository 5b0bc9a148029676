import { v7 } from 'uuid';
import { columnsOf, valuesOf } from '../engine/changes';
import { sql } from '../engine/sql';
import type { AccountPass } from '../pass/guard-pass';
import { write } from '../pass/writing';
import { SYNCHRONIZATION_OUTBOX } from '../tables/synchronization-outbox';

const REQUEST = ['accountId', 'id', 'systemCode', 'requestedBy'] as const;

/** Puts a request to synchronize the pass's account into the outbox, from which it is handed out later (persistence/outbox). */
export async function insertSynchronizationRequest(pass: AccountPass, systemCode: string): Promise<void> {
  const request = { accountId: pass.accountId, id: v7(), systemCode, requestedBy: pass.caller.id };
  await write(
    pass,
    { by: ['SYNCHRONIZE'], accounts: [request.accountId] },
    sql`INSERT INTO public.synchronization_outbox (${columnsOf(SYNCHRONIZATION_OUTBOX, REQUEST)})
      VALUES (${valuesOf(SYNCHRONIZATION_OUTBOX, REQUEST, request)})`,
  );
}
