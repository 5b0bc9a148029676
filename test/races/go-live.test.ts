import { admin, aReseller, type TestReseller } from '../support/resellers';
import { aBilledAccount, handOver, sell } from '../support/transfers';
import type { World } from '../support/world';
import { sound } from './invariants';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation } from './side';
import { codesOf } from './writes';

let world: World;
let track: Racetrack;

beforeAll(async () => {
  ({ world } = await aRaceWorld({ watch: WATCH }));
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

/** Fails a commit that activates back-ordering while an account is in the way: what was committed before it is seen. */
const WATCH = [
  `CREATE FUNCTION forbid_early_activation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM accounts a WHERE a.bill_to_id = NEW.account_id AND a.id <> NEW.account_id
        AND a.tenant_reseller_id IS NULL AND a.status <> 'DELETED'
        AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.account_id = a.id AND s.end_date IS NULL)) THEN
        RAISE EXCEPTION 'forbidden at the commit: back-ordering is active with an account in the way';
      END IF;
      RETURN NULL;
    END
  $$`,
  `CREATE CONSTRAINT TRIGGER watch_activation AFTER UPDATE ON tenant_resellers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT OLD.back_ordering_active AND NEW.back_ordering_active) EXECUTE FUNCTION forbid_early_activation()`,
];

const race = (name: string, arrange: () => Promise<Race>) => raceAll(name, track, sound(world, arrange));
let resellers = 0;
const anIdleReseller = () => {
  resellers += 1;
  const name = `Idle ${resellers}`;
  return aReseller(world, { name, currency: 'EUR', separateInvoices: true, live: false });
};
const activationOf = ({ id }: TestReseller): Operation => ({
  caller: admin,
  mutation: 'activateBackOrdering',
  input: { tenantResellerId: id },
});
const isActive = async ({ id }: TestReseller) =>
  (
    await world.sql<{ active: boolean }>('SELECT back_ordering_active AS active FROM tenant_resellers WHERE id = $1', [
      id,
    ])
  )[0]?.active;

/** What comes against an activation: it is never refused, and what each order leaves of the activation is told. */
const against =
  (arrange: (reseller: TestReseller) => Promise<{ operation: Operation; refused?: (payload: unknown) => string[] }>) =>
  async (): Promise<Race> => {
    const reseller = await anIdleReseller();
    const { operation, refused = codesOf } = await arrange(reseller);
    return {
      operations: [operation, activationOf(reseller)],
      check: async ([other, activation]) => {
        expect(refused(other)).toEqual([]);
        const codes = codesOf(activation);
        expect(await isActive(reseller)).toBe(codes.length === 0);
        return codes.length === 0 ? 'active' : codes.join();
      },
    };
  };
const BOTH = { active: expect.any(Number), GO_LIVE_INCOMPLETE: expect.any(Number) };

describe('S28: an activation', () => {
  test('sees an account that is transferred beside it, or is refused for it', async () => {
    const tally = await race(
      'transfer × activation',
      against(async ({ id, ...reseller }) => {
        const accountId = await aBilledAccount(world, { id, ...reseller });
        const accounts = [handOver(accountId, 'raced', { [await sell(world, accountId)]: 's-1' })];
        return {
          operation: {
            caller: admin,
            mutation: 'transferAccounts',
            input: { tenantResellerId: id, accounts },
            selection: 'results { userErrors { code } }',
          },
          // biome-ignore lint/suspicious/noExplicitAny: as World.mutate
          refused: (payload: any) => [...codesOf(payload), ...codesOf(payload.results[0])],
        };
      }),
    );
    expect(tally).toEqual(BOTH);
  });

  test('sees what is sold beside it to an account of the reseller’s, or comes first', async () => {
    const tally = await race(
      'createSubscription × activation',
      against(async (reseller) => ({
        operation: {
          caller: admin,
          mutation: 'createSubscription',
          input: {
            accountId: await aBilledAccount(world, reseller),
            ...{ sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' },
          },
        },
      })),
    );
    expect(tally).toEqual(BOTH);
  });

  test('sees an account that comes to be billed to the reseller beside it, or comes first', async () => {
    const tally = await race(
      'updateAccount(billToId) × activation',
      against(async ({ accountId: billToId, ...reseller }) => {
        const accountId = await aBilledAccount(world, { accountId: billToId, ...reseller }, { billToId: null });
        await sell(world, accountId);
        return { operation: { caller: admin, mutation: 'updateAccount', input: { accountId, billToId } } };
      }),
    );
    expect(tally).toEqual(BOTH);
  });

  test('twice at once is once', async () => {
    const tally = await race(
      'activation × activation',
      against(async (reseller) => ({ operation: activationOf(reseller) })),
    );
    expect(tally).toEqual({ active: expect.any(Number) });
  });
});
