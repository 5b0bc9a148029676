import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { createResellerCheck, createSubgraphServer } from '../../src/application/subgraph-server';
import { packageRoot } from '../../src/config/package-root';
import type { Administrator, Caller, DistributorUser, ResellerSync } from '../../src/domain/caller';
import type { Locale } from '../../src/domain/message';
import { buildSchema, type SubgraphSchema } from '../../src/graphql/build-schema';
import { RequestContext } from '../../src/graphql/request/context';
import { SyncActivity } from '../../src/services/sync/sync-activity';
import { OperationRecord } from '../../src/telemetry/operation-record';
import { createTestDatabase, type Oddness, type TestDatabase } from './cluster';
import { codesCheck } from './told-codes';

/** An answer as a client gets it. `data` is loosely typed: tests compare it with what they expect. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever its own query asked for
  readonly data: any;
  readonly errors?: readonly { message: string; path?: readonly unknown[]; extensions: Record<string, unknown> }[];
}

/** The real schema and context on a real database: everything but HTTP. */
export interface World extends TestDatabase {
  readonly subgraph: SubgraphSchema;
  /** Runs an operation as a caller; throws nothing, answers as the server would. */
  run(caller: Caller | null, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Runs an operation that must have no top-level errors, and gives its data. */
  // biome-ignore lint/suspicious/noExplicitAny: see Answer
  ask(caller: Caller | null, query: string, variables?: Record<string, unknown>): Promise<any>;
  /** Runs a mutation of one `input` argument and gives its payload. */
  // biome-ignore lint/suspicious/noExplicitAny: see Answer
  mutate(caller: Caller, mutation: string, input: unknown, selection?: string): Promise<any>;
  /** What the clock says; set it to travel. */
  now: Date;
  /** The language that callers are answered in; set it to speak another. */
  locale: Locale;
  /** Where events of syncs are counted. */
  readonly syncActivity: SyncActivity;
  /** What became of the operation that was run last. */
  record: OperationRecord;
  /** What was logged as a fault. */
  readonly faults: unknown[];
  close(): Promise<void>;
}

export const anAdministrator = (id = 'root'): Administrator => ({ kind: 'ADMINISTRATOR', id, groups: [] });
export const aUser = (id: string, ...groups: string[]): DistributorUser => ({ kind: 'DISTRIBUTOR_USER', id, groups });
export const aSync = (tenantResellerId: string): ResellerSync => ({
  kind: 'RESELLER_SYNC',
  id: 'sync-service',
  tenantResellerId,
});

/** A call of a guard, whatever the mutation is. */
export const calledBy = <TCaller extends Caller>(caller: TCaller, mutation = 'aMutation') => ({ caller, mutation });

/** Every query is answered as one that was answered before, unless the run is to be one of graphql-js alone. */
const AFTER_ANSWERS = process.env.UNPREPARED ? Number.POSITIVE_INFINITY : 0;

export const USER_ERRORS = 'userErrors { code message path retryable action reasons field }';

export async function createWorld(oddness: Oddness = {}): Promise<World> {
  const database = await createTestDatabase(oddness);
  const subgraph = buildSchema(join(packageRoot(), 'schema'));
  const faults: unknown[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void faults.push(JSON.parse(line)) });
  const server = createSubgraphServer(subgraph, { introspection: 'public' }, logger, { afterAnswers: AFTER_ANSWERS });
  const syncActivity = new SyncActivity(database.database.upkeep, (fault) => void faults.push(fault));
  const assertKnown = createResellerCheck(database.database);
  const assertOfContract = codesCheck(subgraph.schema);
  const world: World = {
    ...database,
    subgraph,
    syncActivity,
    now: new Date(),
    locale: 'en',
    record: new OperationRecord(),
    faults,
    run: async (caller, query, variables = {}) => {
      await assertKnown(caller);
      const resources = {
        database: database.database,
        accountPolicy: subgraph.accountPolicy,
        syncActivity,
        now: () => world.now,
        reportFault: (_requestId: string, fault: unknown) => void faults.push(fault),
      };
      const record = new OperationRecord();
      world.record = record;
      const response = await server.executeOperation(
        { query, variables },
        { contextValue: new RequestContext(resources, caller, randomUUID(), world.locale, record) },
      );
      if (response.body.kind !== 'single') throw new Error('An answer in parts');
      // As JSON, which is what a client gets: no null prototypes, no undefined.
      const answer: Answer = JSON.parse(JSON.stringify(response.body.singleResult));
      assertOfContract(caller, answer.data);
      return answer;
    },
    ask: async (caller, query, variables) => {
      const { data, errors } = await world.run(caller, query, variables);
      if (errors) throw new Error(`${query}\n${JSON.stringify(errors, null, 1)}`);
      return data;
    },
    mutate: async (caller, mutation, input, selection = '') => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
      const field = subgraph.schema.getMutationType()?.getFields()[mutation];
      const inputType = field?.args.find((argument) => argument.name === 'input')?.type;
      if (!inputType) throw new Error(`There is no mutation ${type} with an input`);
      const data = await world.ask(
        caller,
        `mutation ${type}($input: ${inputType}) { ${mutation}(input: $input) { ${selection} ${USER_ERRORS} } }`,
        { input },
      );
      return data[mutation];
    },
    close: async () => {
      await syncActivity.stop();
      await server.stop();
      await database.drop();
    },
  };
  return world;
}
