import { aCustomer, admin, anOwnAccount, aReseller, copy, type Setup } from '../support/resellers';
import { aUser, type World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Racetrack, raceAll } from './schedules';
import type { Operation } from './side';
import { codesOf, refusalOf } from './writes';

/** What a decision hangs on beside the account's own row: the account that pays, and the sharing rule. */

let world: World;
let setup: Setup;
let track: Racetrack;

beforeAll(async () => {
  ({ world, setup } = await aRaceWorld());
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

const remove = (accountId: string): Operation => ({ caller: admin, mutation: 'deleteAccount', input: { accountId } });

const BILLS: Record<string, (payer: string) => Promise<Operation>> = {
  updateAccount: async (billToId) => ({
    caller: admin,
    mutation: 'updateAccount',
    input: { accountId: await anOwnAccount(world), billToId },
  }),
  createAccount: async (billToId) => ({
    caller: admin,
    mutation: 'createAccount',
    input: { name: 'Billed', currency: 'EUR', billToId },
  }),
};

describe('S25, S12: an account that is deleted while another is billed to it', () => {
  test.each(Object.keys(BILLS))(
    "%s to a reseller's account: it is spared, or nothing is billed to it",
    async (name) => {
      const tally = await raceAll(`${name}(billToId) × deleteAccount`, track, async () => {
        const { accountId: payer } = await aReseller(world, { name: 'Payer', currency: 'EUR', separateInvoices: true });
        const billing = await BILLS[name]?.(payer);
        if (!billing) throw new Error('There is no such write');
        return {
          operations: [billing, remove(payer)],
          check: async ([billed, deleted]) => {
            const [state] = await world.sql<{ status: string; customers: number }>(
              `SELECT status, (SELECT count(*)::int FROM accounts c WHERE c.bill_to_id = $1) AS customers
             FROM accounts a WHERE id = $1`,
              [payer],
            );
            const spared = codesOf(deleted).length > 0;
            expect(state).toEqual(spared ? { status: 'ACTIVE', customers: 1 } : { status: 'DELETED', customers: 0 });
            expect(codesOf(billed)).toEqual(spared ? [] : ['INVALID_INPUT']);
            return refusalOf(deleted) || 'deleted';
          },
        };
      });
      expect(tally).toEqual({
        deleted: expect.any(Number),
        'ACTION_NOT_ALLOWED TENANT_RESELLER_ACCOUNT': expect.any(Number),
      });
    },
  );

  test('an invoice by hand to an account: it is issued first, or the account is deleted and it is refused', async () => {
    const tally = await raceAll('createInvoice(billToId) × deleteAccount', track, async () => {
      const [accountId, payer] = [await anOwnAccount(world), await anOwnAccount(world)];
      const lines = [{ description: 'Raced', quantity: '1', unitPrice: '10' }];
      return {
        operations: [
          { caller: admin, mutation: 'createInvoice', input: { accountId, billToId: payer, lines } },
          remove(payer),
        ],
        check: async ([issued, deleted]) => {
          expect(codesOf(deleted)).toEqual([]);
          const [order] = await world.sql<{ first: boolean | null }>(
            `SELECT (SELECT created_at FROM invoices WHERE account_id = $1) <
               (SELECT at FROM account_history WHERE account_id = $2 AND kind = 'DELETED') AS first`,
            [accountId, payer],
          );
          if (codesOf(issued).length === 0) expect(order?.first).toBe(true);
          return codesOf(issued).join() || 'issued';
        },
      };
    });
    expect(tally).toEqual({ issued: expect.any(Number), INVALID_INPUT: expect.any(Number) });
  });
});

test('S8: a write with access that the sharing rule just took away stands first, or it is refused', async () => {
  const bea = aUser('bea');
  const grants = (access: string) => [{ principal: 'USER', principalId: 'bea', access }];
  const tally = await raceAll('addContact × savePermissionRule', track, async () => {
    const { permissionRule } = await world.mutate(
      admin,
      'savePermissionRule',
      { name: 'Raced', grants: grants('EDIT') },
      'permissionRule { id }',
    );
    const id = await copy(world, setup.alpha, aCustomer(crypto.randomUUID()));
    await world.mutate(admin, 'updateAccount', { accountId: id, permissionRuleId: permissionRule.id });
    const revoke = { permissionRuleId: permissionRule.id, name: 'Raced', grants: grants('READ') };
    return {
      operations: [
        { caller: bea, mutation: 'addContact', input: { accountId: id, lastName: 'Raced' } },
        { caller: admin, mutation: 'savePermissionRule', input: revoke },
      ],
      check: async ([added, revoked]) => {
        expect(codesOf(revoked)).toEqual([]);
        const [order] = await world.sql<{ contacts: number; first: boolean | null }>(
          `SELECT count(*)::int AS contacts, bool_and(c.created_at < s.at) AS first FROM account_contacts c,
             (SELECT max(at) AS at FROM setup_audit WHERE record = 'permission_grants' AND operation = 'INSERT'
              AND after ->> 'permission_rule_id' = $2) s
           WHERE c.account_id = $1`,
          [id, permissionRule.id],
        );
        const verdict = refusalOf(added) || 'added';
        // Written before the grant was, not after.
        expect(order).toEqual(verdict === 'added' ? { contacts: 1, first: true } : { contacts: 0, first: null });
        return verdict;
      },
    };
  });
  expect(tally).toEqual({ added: expect.any(Number), 'ACTION_NOT_ALLOWED INSUFFICIENT_ACCESS': expect.any(Number) });
});
