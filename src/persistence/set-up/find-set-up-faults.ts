import { Watch } from '../engine/connection/watch';
import { findGuardFaults } from '../integrity/database-guards';

export { UnguardedDatabaseError } from '../integrity/database-guards';

/** What of the guards in the owner's database does not hold once it is set up: what a restore has lost, for one. */
export async function findSetUpFaults(ownerUrl: string): Promise<string[]> {
  const watch = new Watch({ url: ownerUrl, poolSize: 1 });
  try {
    return await findGuardFaults(watch.catalog);
  } finally {
    await watch.close();
  }
}
