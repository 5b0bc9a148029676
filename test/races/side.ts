import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createSubgraphServer } from '../../src/application/subgraph-server';
import type { Caller } from '../../src/domain/caller';
import { RequestContext } from '../../src/graphql/request/context';
import { boundsOf, Database } from '../../src/persistence/engine/database';
import { patience } from '../support/cluster';
import { isDistributed, waiting } from '../support/connections';
import { USER_ERRORS, type World } from '../support/world';
import { stoppedWire } from './stopped-wire';

/** What a payload says; each test knows its own. */
// biome-ignore lint/suspicious/noExplicitAny: as World.mutate
export type Payload = any;

/** One mutation by one caller. */
export interface Operation {
  readonly caller: Caller;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly selection?: string;
  /** What the clock of this side says; the world's when left out. */
  readonly now?: Date;
}

/** One of the sides of a race: the real mutations on connections of its own, every statement of which can be stopped. */
export interface Side {
  /** Begins an operation, stopped before its first statement. */
  begin(operation: Operation): void;
  /** Lets one statement through, until the side stands before the next one, waits for a lock, or is done. */
  step(): Promise<SideState>;
  /** Lets everything through, until the side is done or waits for a lock. */
  run(): Promise<SideState>;
  /** Lets everything through and gives the payload. */
  finish(): Promise<Payload>;
  close(): Promise<void>;
}

/** Where a side stands; `waiting` is for a lock of another one. */
export type SideState = 'standing' | 'waiting' | 'done';

export async function aSide(world: World): Promise<Side> {
  const wire = await stoppedWire(world.ownerUrl);
  const bounds = boundsOf(patience(isDistributed()));
  const database = await Database.connect({
    portal: { url: wire.urlOf(world.portalUrl), poolSize: 4, bounds },
    sync: { url: wire.urlOf(world.syncUrl), poolSize: 4, bounds },
  });
  const server = createSubgraphServer(world.subgraph, { introspection: 'public' }, pino({ level: 'silent' }));
  let running: Promise<Payload> = Promise.resolve(null);
  let isDone = true;

  const answer = async ({ caller, mutation, input, selection = '', now }: Operation): Promise<Payload> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const sent = NAMED_OTHERWISE[mutation] ?? type;
    const query = `mutation ($input: ${sent}!) { ${mutation}(input: $input) { ${selection} ${USER_ERRORS} } }`;
    const faults: unknown[] = [];
    const resources = {
      database,
      accountPolicy: world.subgraph.accountPolicy,
      syncActivity: world.syncActivity,
      now: () => now ?? world.now,
      reportFault: (_requestId: string, fault: unknown) => void faults.push(fault),
    };
    const { body } = await server.executeOperation(
      { query, variables: { input } },
      { contextValue: new RequestContext(resources, caller, randomUUID()) },
    );
    if (body.kind !== 'single') throw new Error('An answer in parts');
    if (body.singleResult.errors) throw new Error(`${mutation}: ${JSON.stringify(body.singleResult.errors)}`);
    if (faults.length > 0) throw new Error(`${mutation}: ${String(faults[0])}`);
    return JSON.parse(JSON.stringify(body.singleResult.data))[mutation];
  };

  const settle = async (): Promise<SideState> => {
    for (let round = 0; ; round += 1) {
      if (isDone) return 'done';
      if (wire.standing > 0) return 'standing';
      await sleep(1);
      if (round > 3 && !isDone && wire.standing === 0 && (await isWaiting(world, wire.clientPorts))) return 'waiting';
      if (round > 20_000) throw new Error('A side neither stands, waits nor is done');
    }
  };

  return {
    begin: (operation) => {
      wire.stop();
      isDone = false;
      running = answer(operation).finally(() => {
        isDone = true;
      });
      // Whoever finishes the side hears of it.
      running.catch(() => undefined);
    },
    step: async () => {
      await settle();
      wire.step();
      return settle();
    },
    run: () => {
      wire.open();
      return settle();
    },
    finish: () => {
      wire.open();
      return running;
    },
    close: async () => {
      wire.open();
      await server.stop();
      await database.close();
      await wire.close();
    },
  };
}

const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  createOrder: 'SellInput',
  createOffer: 'SellInput',
  createOpportunity: 'SellInput',
  deleteAccount: 'AccountReferenceInput',
  suspendAccount: 'AccountReferenceInput',
  completeMove: 'MoveInput',
  withdrawMove: 'MoveInput',
};

/** Whether one of the backends behind these ports waits for another one. */
async function isWaiting(world: World, ports: readonly number[]): Promise<boolean> {
  const rows = await world.sql(`SELECT FROM ${waiting()} WHERE client_port = ANY ($1::int[])`, [ports]);
  return rows.length > 0;
}
