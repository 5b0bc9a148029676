import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../../src/domain/caller';
import { valuesIn } from '../graphql/contracts/contained';

/**
 * A sync meets no code but those of its contract: a gateway that serves it would have no such value, and answer a fault.
 * Whatever a test has a sync do, its answer passes here (test/support/world.ts).
 */
export function codesCheck(schema: GraphQLSchema): (caller: Caller | null, data: unknown) => void {
  const ofSync = valuesIn(schema, 'sync', 'AccountErrorCode');
  const ofOthers = new Set(valuesIn(schema, 'admin', 'AccountErrorCode').filter((code) => !ofSync.includes(code)));
  return (caller, data) => {
    if (caller?.kind !== 'RESELLER_SYNC') return;
    const found = codesIn(data).filter((code) => ofOthers.has(code));
    if (found.length > 0) throw new Error(`A sync is told ${found.join(', ')}, which its contract has not`);
  };
}

/** Everything in an answer that is called a code, wherever it stands. */
function codesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'code' in data && typeof data.code === 'string' ? [data.code] : [];
  return [...own, ...Object.values(data).flatMap(codesIn)];
}
