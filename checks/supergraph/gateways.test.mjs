import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { GATEWAYS } from './gateways.mjs';
import { EVERYTHING } from './portal-query.mjs';
import { ask, createWorld, LIST } from './world.mjs';

const RIBBON = 'This account is managed by Northwind Europe Tenant Reseller';
const OURS = 'managedByReseller { ribbon } lockedFields allowedActions';
const FROM_OURS = `query FromOurs { accounts(first: ${LIST}) { edges { node { id name industry ${OURS} } } } }`;
const FROM_CORE = `query FromCore { coreAccounts(first: ${LIST}) { id name industry ${OURS} } }`;
const SUSPEND = `mutation Suspend($id: ID!) {
  suspendAccount(input: { accountId: $id }) { account { status industry } userErrors { code action reasons path } }
}`;

let world;
before(async () => {
  world = await createWorld();
});
after(() => world?.stop());

for (const { name, start, codeWhenDown } of GATEWAYS) {
  describe(`through ${name}`, () => {
    let gateway;
    let ours;
    let theirs;

    before(async () => {
      const { subgraphs, ...watched } = await world.watched();
      ({ ours, theirs } = watched);
      gateway = await start(subgraphs);
    });
    after(async () => {
      await gateway?.stop();
      await ours?.stop();
      await theirs?.stop();
    });

    /** The answer, and what each subgraph was asked for it. */
    const send = async (query, variables, token = world.administrator) => {
      const answer = await ask(gateway.url, token, query, variables);
      return { ...answer, ours: ours.take(), theirs: theirs.take() };
    };

    test(`${LIST} accounts of ours with the core's fields: one fetch each`, async () => {
      const { data, errors, ...fetches } = await send(FROM_OURS);
      assert.equal(errors, undefined);
      const accounts = data.accounts.edges.map(({ node }) => node);
      assert.equal(accounts.length, LIST);
      for (const { id, name: called, industry, managedByReseller, lockedFields } of accounts) {
        assert.deepEqual([industry, managedByReseller.ribbon], [`Industry of ${called}`, RIBBON], id);
        assert.ok(lockedFields.includes('NAME'));
      }
      assertFetches(fetches, name, 'from ours');
    });

    test(`${LIST} accounts of the core with our fields: one fetch each, and the one that we do not know is whole`, async () => {
      const { data, errors, ...fetches } = await send(FROM_CORE);
      assert.equal(errors, undefined);
      const [unknown, ...known] = data.coreAccounts;
      const { id, name: called, industry } = world.unknown;
      const nothing = { managedByReseller: null, lockedFields: [], allowedActions: [] };
      assert.deepEqual(unknown, { id, name: called, industry, ...nothing });
      assert.equal(known.length, LIST - 1);
      for (const account of known) assert.equal(account.managedByReseller.ribbon, RIBBON, account.name);
      assertFetches(fetches, name, 'from the core');
    });

    test('the deepest query of a portal is within our limits', async () => {
      const { data, errors, ours } = await send(EVERYTHING);
      assert.equal(errors, undefined);
      assert.equal(ours.length, 1);
      const europe = data.tenantResellers.edges.map(({ node }) => node).find(({ name }) => name === 'Northwind Europe');
      const [{ node: customer }] = europe.customers.edges;
      assert.equal(customer.industry, `Industry of ${customer.name}`);
      assert.equal(customer.parent.name, 'Northwind Europe');
      assert.ok(customer.pendingInvoices[0].lines[0].subscription.service.prices[0].amount);
    });

    test('an account that only the core knows: its name and industry, of ours every action denied and why', async () => {
      const { data, errors } = await send(
        '{ coreAccounts(first: 1) { id name industry email status actionPermissions { action allowed reasons } } }',
      );
      assert.equal(errors, undefined);
      const [{ actionPermissions, ...account }] = data.coreAccounts;
      const { website: _, ...known } = world.unknown;
      assert.deepEqual(account, { ...known, email: null, status: null });
      assert.equal(actionPermissions.length, 14);
      for (const { action: _action, ...permission } of actionPermissions)
        assert.deepEqual(permission, { allowed: false, reasons: ['ACCOUNT_NOT_FOUND'] });
    });

    test('an account that only we know: its name and ribbon, null for the industry', async () => {
      const { data, errors } = await send(
        '{ accounts(first: 1, filter: { search: "northwind americas" }) { edges { node { name industry status } } } }',
      );
      assert.equal(errors, undefined);
      assert.deepEqual(data.accounts.edges[0].node, { name: 'Northwind Americas', industry: null, status: 'ACTIVE' });
    });

    test('a mutation that the guard refuses: its userErrors, no top-level error', async () => {
      const { data, errors } = await send(SUSPEND, { id: world.customers[0].id });
      assert.equal(errors, undefined);
      assert.deepEqual(data.suspendAccount, {
        account: null,
        userErrors: [
          {
            code: 'ACTION_NOT_ALLOWED',
            action: 'SUSPEND',
            reasons: ['MANAGED_BY_RESELLER'],
            path: ['input', 'accountId'],
          },
        ],
      });
    });

    test("the same mutation on an account of the distributor's own takes effect, with the core's field of it", async () => {
      const { data, errors } = await send(SUSPEND, { id: world.own.id });
      assert.equal(errors, undefined);
      assert.deepEqual(data.suspendAccount, {
        account: { status: 'SUSPENDED', industry: 'Industry of Own' },
        userErrors: [],
      });
      const back = `mutation Back($id: ID!) { reactivateAccount(input: { accountId: $id }) { userErrors { code } } }`;
      assert.deepEqual((await send(back, { id: world.own.id })).data.reactivateAccount, { userErrors: [] });
    });

    test('the token goes to our subgraph and not to the core', async () => {
      const {
        ours: [ourOperation],
        theirs: [theirOperation],
      } = await send(FROM_CORE);
      assert.equal(ourOperation.headers.authorization, `Bearer ${world.administrator}`);
      assert.equal(theirOperation.headers.authorization, undefined);
    });

    test("without a token: UNAUTHENTICATED for what is ours, and the core's fields", async () => {
      const { data, errors } = await send(FROM_CORE, {}, null);
      assert.ok(errors.length > 0);
      for (const { extensions } of errors) assert.equal(extensions.code, 'UNAUTHENTICATED');
      assertOnlyTheCores(data.coreAccounts);
    });

    test('a caller of the wrong kind: FORBIDDEN as without a gateway', async () => {
      const { errors } = await send(SUSPEND, { id: world.own.id }, world.sync);
      assert.deepEqual(
        errors.map(({ extensions }) => extensions.code),
        ['FORBIDDEN'],
      );
    });

    test("our subgraph down: the core's fields are still there", async () => {
      await ours.stop();
      const { data, errors } = await send(FROM_CORE);
      assert.deepEqual(new Set(errors.map(({ extensions }) => extensions.code)), new Set([codeWhenDown]));
      assertOnlyTheCores(data.coreAccounts);
    });

    function assertOnlyTheCores(accounts) {
      assert.equal(accounts.length, LIST);
      assert.equal(accounts[0].name, world.unknown.name);
      for (const { name: called, industry, managedByReseller, lockedFields, allowedActions } of accounts) {
        assert.ok(called && industry);
        assert.deepEqual([managedByReseller, lockedFields, allowedActions], [null, null, null]);
      }
    }
  });
}

function assertFetches({ ours, theirs }, gateway, what) {
  console.log(`${gateway}, ${LIST} accounts ${what}: ${ours.length} fetch of ours, ${theirs.length} of the core`);
  assert.deepEqual([ours.length, theirs.length], [1, 1]);
}
