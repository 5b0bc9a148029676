import { aCustomer, admin, copy, type Setup } from '../support/resellers';
import { aBilledAccount, handOver } from '../support/transfers';
import type { World } from '../support/world';
import { ACCOUNT_GUARDS, aRaceWorld } from './race-world';
import { aRacetrack, type Racetrack, raceAll } from './schedules';
import type { Operation, Payload } from './side';
import { ALL_WRITES, codesOf, refusalOf, standingOf, WRITES } from './writes';

let world: World;
let setup: Setup;
let track: Racetrack;

let sources = 0;
const aSource = () => {
  sources += 1;
  return `ended-${sources}`;
};

/** What comes against the write: what it does to an account, by whom, and what of the write may stand. */
interface Event {
  readonly name: string;
  readonly line: string;
  /** A line that the event leaves besides. */
  readonly beside?: string;
  readonly status: string;
  /** An account to race on, and the event on it. */
  arrange(): Promise<{ id: string; operation: Operation }>;
  /** The refusals of the event itself; none is expected of it. */
  refused(payload: Payload): string[];
  /** What each write comes to when it is first, and when it is second. */
  readonly verdicts: Readonly<Record<keyof typeof WRITES, readonly [first: string, second: string]>>;
}

const anOwn = () => aBilledAccount(world, setup.alpha, { enableOrdering: true });
const aCopy = async () => {
  const source = aSource();
  return { source, id: await copy(world, setup.alpha, aCustomer(source)) };
};
const byPerson = (mutation: string) => async () => {
  const id = await anOwn();
  return { id, operation: { caller: admin, mutation, input: { accountId: id } } };
};

const DELETED = 'ACTION_NOT_ALLOWED ACCOUNT_DELETED';
const MANAGED = 'ACTION_NOT_ALLOWED MANAGED_BY_RESELLER';
const EVENTS: readonly Event[] = [
  {
    name: 'delete, by the distributor',
    line: 'DELETED',
    status: 'DELETED',
    arrange: byPerson('deleteAccount'),
    refused: codesOf,
    verdicts: {
      edit: ['done', DELETED],
      sell: ['done', DELETED],
      invoice: ['done', DELETED],
      contact: ['done', DELETED],
    },
  },
  {
    name: 'delete, by the sync',
    line: 'DELETED',
    status: 'DELETED',
    arrange: async () => {
      const { source, id } = await aCopy();
      const input = { sourceAccountId: source, sourceVersion: '2' };
      return { id, operation: { caller: setup.alpha.sync, mutation: 'deleteManagedAccount', input } };
    },
    refused: codesOf,
    verdicts: {
      edit: ['done', DELETED],
      sell: [MANAGED, `${DELETED} MANAGED_BY_RESELLER`],
      invoice: ['done', DELETED],
      contact: ['done', DELETED],
    },
  },
  {
    name: 'restoration, by the sync',
    line: 'RESTORED',
    beside: 'STATUS_CHANGED',
    status: 'ACTIVE',
    arrange: async () => {
      const { source, id } = await aCopy();
      const deletion = { sourceAccountId: source, sourceVersion: '2' };
      await world.mutate(setup.alpha.sync, 'deleteManagedAccount', deletion, 'outcome');
      const input = { customer: aCustomer(source, { sourceVersion: '3' }) };
      return { id, operation: { caller: setup.alpha.sync, mutation: 'restoreManagedAccount', input } };
    },
    refused: codesOf,
    verdicts: {
      edit: [DELETED, 'done'],
      sell: [`${DELETED} MANAGED_BY_RESELLER`, MANAGED],
      invoice: [DELETED, 'done'],
      contact: [DELETED, 'done'],
    },
  },
  {
    name: 'suspend, by the distributor',
    line: 'STATUS_CHANGED',
    status: 'SUSPENDED',
    arrange: byPerson('suspendAccount'),
    refused: codesOf,
    verdicts: { edit: ['done', 'done'], sell: ['done', 'done'], invoice: ['done', 'done'], contact: ['done', 'done'] },
  },
  {
    name: 'suspend, by the sync',
    line: 'STATUS_CHANGED',
    status: 'SUSPENDED',
    arrange: async () => {
      const { source, id } = await aCopy();
      const customer = aCustomer(source, { sourceVersion: '2', status: 'SUSPENDED' });
      const input = { items: [{ customer }] };
      const selection = 'results { outcome userErrors { code } }';
      return { id, operation: { caller: setup.alpha.sync, mutation: 'syncCustomers', input, selection } };
    },
    refused: (payload) => [...codesOf(payload), ...codesOf(payload.results[0])],
    verdicts: {
      edit: ['done', 'done'],
      sell: [MANAGED, MANAGED],
      invoice: ['done', 'done'],
      contact: ['done', 'done'],
    },
  },
  {
    name: 'transfer',
    line: 'TRANSFERRED',
    status: 'ACTIVE',
    arrange: async () => {
      const id = await anOwn();
      const input = { tenantResellerId: setup.alpha.id, accounts: [handOver(id, aSource())] };
      const selection = 'results { userErrors { code } }';
      return { id, operation: { caller: admin, mutation: 'transferAccounts', input, selection } };
    },
    refused: (payload) => [...codesOf(payload), ...codesOf(payload.results[0])],
    verdicts: { edit: ['done', 'done'], sell: ['done', MANAGED], invoice: ['done', 'done'], contact: ['done', 'done'] },
  },
];

/** Where the write and the event stand in the history, if both left a line. */
const order = (history: readonly string[], line: string, event: string): string =>
  history.lastIndexOf(line) < history.lastIndexOf(event) ? 'the write first' : 'the event first';

describe.each([
  ['every layer', []],
  ['the code alone', ACCOUNT_GUARDS],
])('by %s', (layers, without) => {
  beforeAll(async () => {
    ({ world, setup } = await aRaceWorld({ without }));
    track = await aRacetrack(world);
  });
  afterAll(async () => {
    await track.close();
    await world.close();
  });

  describe.each(EVENTS)('at the instant of a $name', (event) => {
    test.each(ALL_WRITES)('%s stands first, or comes to what the policy says then', async (name) => {
      const write = WRITES[name];
      const [first, second] = event.verdicts[name];
      const tally = await raceAll(`${name} × ${event.name}, ${layers}`, track, async () => {
        const { id, operation } = await event.arrange();
        const before = await standingOf(world, id, write);
        return {
          operations: [write.operation(id), operation],
          check: async ([written, happened]) => {
            expect(event.refused(happened)).toEqual([]);
            const verdict = refusalOf(written) || 'done';
            const after = await standingOf(world, id, write);
            // Whatever came first: the event took effect, and the write stands exactly if it was not refused.
            expect(after).toMatchObject({
              status: event.status,
              times: verdict === 'done' ? 1 : 0,
              billedElsewhere: 0,
            });
            const history = after?.history.slice(before?.history.length) ?? [];
            const lines = [
              event.line,
              ...(event.beside ? [event.beside] : []),
              ...(verdict === 'done' ? [write.line] : []),
            ];
            expect([...history].sort()).toEqual(lines.sort());
            if (verdict !== 'done') return verdict;
            const who = order(history, write.line, event.line);
            expect(verdict).toBe(who === 'the write first' ? first : second);
            return who;
          },
        };
      });
      const orders = [first === 'done' ? 'the write first' : first, second === 'done' ? 'the event first' : second];
      expect(tally).toEqual(Object.fromEntries(orders.map((one) => [one, expect.any(Number)])));
    });
  });
});
