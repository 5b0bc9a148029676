import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import type { Config } from '../config/config';
import type { Caller } from '../domain/caller';
import type { SubgraphSchema } from '../graphql/build-schema';
import { errorLimitPlugin } from '../graphql/error-limit-plugin';
import { formatError, requestErrorPlugin } from '../graphql/errors';
import { type Preparation, preparedQueriesPlugin } from '../graphql/prepared-queries-plugin';
import type { RequestContext } from '../graphql/request/context';
import { unknownReseller } from '../guard/guard';
import type { Database } from '../persistence/engine/database';
import { findTenantReseller } from '../persistence/resellers/tenant-reseller-repository';
import { createApolloServer } from '../server/apollo/apollo-server';

/** Apollo Server over the guarded schema, not started yet. */
export function createSubgraphServer(
  { schema }: SubgraphSchema,
  { introspection }: Pick<Config, 'introspection'>,
  logger: Logger,
  preparation?: Preparation,
): ApolloServer<RequestContext> {
  return createApolloServer<RequestContext>({
    schema,
    formatError,
    introspection,
    plugins: [errorLimitPlugin(), requestErrorPlugin(logger), preparedQueriesPlugin(preparation)],
    logger,
  });
}

/** Turns away a sync service of a reseller that is not here. Resellers are never removed: one look is enough. */
export function createResellerCheck(database: Database): (caller: Caller | null) => Promise<void> {
  const known = new Set<string>();
  return async (caller) => {
    if (caller?.kind !== 'RESELLER_SYNC' || known.has(caller.tenantResellerId)) return;
    if (!(await findTenantReseller(database.reader(caller), caller.tenantResellerId))) throw unknownReseller();
    known.add(caller.tenantResellerId);
  };
}
