import { Client } from 'pg';
import type { Caller } from '../../../src/domain/caller';
import { anna, editor, linesOf, nobody, reader, UNKNOWN } from '../../support/contacts';
import { changeRelations, DOCUMENT, relate, relationsOf } from '../../support/relations';
import {
  aCustomer,
  admin,
  anOwnAccount,
  copy,
  everyRow,
  record,
  type Setup,
  see,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const anAccount = () => anOwnAccount(world, { responsible_user_id: 'anna', permission_rule_id: setup.ruleId });
const mutate = (mutation: string, accountId: string, input: Record<string, unknown>, caller?: Caller) =>
  changeRelations(world, mutation, accountId, input, caller);

describe.each([
  ['a copied account', () => copy(world, setup.alpha, aCustomer('s19'))],
  ["an account of the distributor's own", anAccount],
])('S19: %s', (_which, make) => {
  test('is related and unrelated by whoever may EDIT, with a line of history each', async () => {
    const id = await make();
    const made = await mutate('relateAccount', id, DOCUMENT, editor);
    expect(made).toEqual({ account: { id }, relation: { id: expect.any(String), ...DOCUMENT }, userErrors: [] });
    expect(await relationsOf(world, id, reader)).toEqual([made.relation]);

    const taken = await mutate('unrelateAccount', id, { relationId: made.relation.id }, editor);
    expect(taken).toEqual(made);
    expect(await relationsOf(world, id)).toEqual([]);
    expect(await world.sql('SELECT FROM account_relations WHERE account_id = $1', [id])).toEqual([]);
    expect(await linesOf(world, id, 'RELATION_CHANGED')).toEqual([
      'ben: Related to document d-1 ("Contract 2026")',
      'ben: No longer related to document d-1 ("Contract 2026")',
    ]);
  });

  test('keeps its revision', async () => {
    const id = await make();
    const before = await see(world, admin, id, 'revision updatedAt');
    const { id: relationId } = await relate(world, id);
    await relate(world, id, { ...DOCUMENT, label: 'Another' });
    await mutate('unrelateAccount', id, { relationId });
    expect(await see(world, admin, id, 'revision updatedAt')).toEqual(before);
  });

  test.each(['relateAccount', 'unrelateAccount'])(
    'refuses %s to whoever may only READ, as it was shown, and is hidden from everyone else',
    async (mutation) => {
      const id = await make();
      const { id: relationId } = await relate(world, id, { kind: 'TASK', targetId: 't-1' });
      const input = mutation === 'relateAccount' ? DOCUMENT : { relationId };
      const { actionPermissions } = await see(
        world,
        reader,
        id,
        'actionPermissions { action allowed reasons message }',
      );
      const permission = actionPermissions.find(({ action }: { action: string }) => action === 'RELATE');
      expect(permission).toMatchObject({ allowed: false, reasons: ['INSUFFICIENT_ACCESS'] });

      const before = await everyRow(world);
      expect(await mutate(mutation, id, input, reader)).toEqual({
        account: null,
        relation: null,
        userErrors: [
          {
            code: 'ACTION_NOT_ALLOWED',
            action: 'RELATE',
            reasons: ['INSUFFICIENT_ACCESS'],
            message: permission.message,
            path: ['input', 'accountId'],
            retryable: false,
            field: null,
          },
        ],
      });
      const missing = { relation: null, userErrors: [{ code: 'ACCOUNT_NOT_FOUND', reasons: ['ACCOUNT_NOT_FOUND'] }] };
      expect(await mutate(mutation, id, input, nobody)).toMatchObject(missing);
      expect(await mutate(mutation, UNKNOWN, input, admin)).toMatchObject(missing);
      expect(await writtenSince(world, before)).toEqual([]);
      expect(await mutate(mutation, id, input, editor)).toMatchObject({ userErrors: [] });
    },
  );
});

describe('S12: the relations of a deleted account', () => {
  test('stay readable, and no more are made or taken away', async () => {
    const own = await anAccount();
    const copied = await copy(world, setup.alpha, aCustomer('gone'));
    const made = [await relate(world, own), await relate(world, copied)];
    await world.mutate(anna, 'deleteAccount', { accountId: own });
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'gone', sourceVersion: '2' });
    const before = await everyRow(world);
    for (const [index, id] of [own, copied].entries()) {
      expect(await relationsOf(world, id)).toEqual([made[index]]);
      for (const [mutation, input] of [
        ['relateAccount', { kind: 'TASK', targetId: 't-1' }],
        ['unrelateAccount', { relationId: made[index].id }],
      ] as const) {
        expect(await mutate(mutation, id, input)).toMatchObject({
          relation: null,
          userErrors: [{ code: 'ACTION_NOT_ALLOWED', action: 'RELATE', reasons: ['ACCOUNT_DELETED'] }],
        });
      }
    }
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe('a sync caller', () => {
  test("sees null where its customer's relations are, may not touch them, and leaves them by a refresh", async () => {
    const id = await copy(world, setup.alpha, aCustomer('of-alpha'));
    const relation = await relate(world, id);
    expect(await see(world, setup.alpha.sync, id, 'id relations { edges { node { id } } }')).toEqual({
      id,
      relations: null,
    });
    const before = await everyRow(world);
    for (const [mutation, input] of [
      ['relateAccount', { accountId: id, ...DOCUMENT }],
      ['unrelateAccount', { accountId: id, relationId: relation.id }],
    ] as const) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
      const { data, errors } = await world.run(
        setup.alpha.sync,
        `mutation ($input: ${type}) { ${mutation}(input: $input) { relation { id } } }`,
        { input },
      );
      expect(data).toEqual({ [mutation]: null });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await writtenSince(world, before)).toEqual([]);
    await record(world, setup.alpha, aCustomer('of-alpha', { sourceVersion: '2', name: 'New name' }));
    expect(await relationsOf(world, id)).toEqual([relation]);
  });

  test("has a login that may neither read nor write them; the portal's may, but for what they link", async () => {
    const id = await anAccount();
    const insert = `INSERT INTO account_relations (account_id, id, kind, target_id)
      VALUES ('${id}', gen_random_uuid(), 'CASE', 'x')`;
    const [sync, portal] = [new Client(world.syncUrl), new Client(world.portalUrl)];
    await Promise.all([sync.connect(), portal.connect()]);
    try {
      for (const statement of [
        'SELECT FROM account_relations',
        insert,
        `DELETE FROM account_relations WHERE account_id = '${id}'`,
      ]) {
        await expect(sync.query(statement)).rejects.toMatchObject({ code: '42501' });
        await portal.query(statement);
      }
      const move = 'UPDATE account_relations SET target_id = target_id';
      await expect(portal.query(move)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await Promise.all([sync.end(), portal.end()]);
    }
  });
});

test('an account that is hidden or unknown has null for relations, also where another account or subgraph leads to it', async () => {
  const parent = await anOwnAccount(world);
  const id = await anOwnAccount(world, { permission_rule_id: setup.ruleId, parent_id: parent });
  await world.mutate(admin, 'relateAccount', { accountId: parent, ...DOCUMENT });
  const SHOWN = 'relations { edges { node { targetId } } }';
  expect(await see(world, reader, id, `parent { id ${SHOWN} }`)).toEqual({ parent: { id: parent, relations: null } });
  expect(await see(world, admin, id, `parent { ${SHOWN} }`)).toEqual({
    parent: { relations: { edges: [{ node: { targetId: 'd-1' } }] } },
  });
  const { _entities } = await world.ask(
    reader,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Account { id ${SHOWN} } } }`,
    { keys: [parent, UNKNOWN].map((one) => ({ __typename: 'Account', id: one })) },
  );
  expect(_entities).toEqual([
    { id: parent, relations: null },
    { id: UNKNOWN, relations: null },
  ]);
});
