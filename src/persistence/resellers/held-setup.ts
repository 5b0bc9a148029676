import type { Reader } from '../engine/database';
import { sql } from '../engine/sql';

/** What of the set-up is held, or changed, as a whole. */
export type PartOfSetup = 'custom fields' | `reseller ${string}` | `sharing rule ${string}`;

/** Keeps this as it is until the transaction ends; others may hold it too. In the order in which they are given. */
export async function holdSetup(transaction: Reader, parts: readonly PartOfSetup[]): Promise<void> {
  if (parts.length === 0) return;
  await transaction.query(sql`SELECT public.hold_setup(part) FROM unnest(${parts}::text[]) AS part`);
}

/** Waits for those who hold this; they wait for the change until the transaction ends. */
export async function changeSetup(transaction: Reader, part: PartOfSetup): Promise<void> {
  await transaction.query(sql`SELECT FROM public.change_setup(${part})`);
}
