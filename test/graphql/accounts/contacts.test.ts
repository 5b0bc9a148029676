import { Client } from 'pg';
import type { Caller } from '../../../src/domain/caller';
import {
  aContact,
  anna,
  changeContacts,
  contactsOf,
  editor,
  linesOf,
  MARIA,
  nobody,
  reader,
  UNKNOWN,
} from '../../support/contacts';
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
  changeContacts(world, mutation, accountId, input, caller);

describe.each([
  ['a copied account', () => copy(world, setup.alpha, aCustomer('s18'))],
  ["an account of the distributor's own", anAccount],
])('S18: on %s', (_which, make) => {
  test('whoever may EDIT adds, changes and removes a contact, with a line of history each', async () => {
    const id = await make();
    expect(await contactsOf(world, id)).toEqual([]);

    const added = await mutate('addContact', id, MARIA, editor);
    expect(added).toEqual({
      account: { id },
      contact: { id: expect.any(String), ...MARIA },
      userErrors: [],
    });
    const contactId = added.contact.id;
    expect(await contactsOf(world, id, reader)).toEqual([added.contact]);

    const married = { ...added.contact, lastName: 'Ernst', phone: null };
    expect(await mutate('updateContact', id, { contactId, lastName: 'Ernst', phone: null }, editor)).toEqual({
      account: { id },
      contact: married,
      userErrors: [],
    });
    expect(await contactsOf(world, id)).toEqual([married]);

    expect(await mutate('removeContact', id, { contactId }, editor)).toEqual({
      account: { id },
      contact: married,
      userErrors: [],
    });
    expect(await contactsOf(world, id)).toEqual([]);
    expect(await world.sql('SELECT FROM account_contacts WHERE account_id = $1', [id])).toEqual([]);
    expect(await linesOf(world, id, 'CONTACT_CHANGED')).toEqual([
      'ben: Contact Maria Anders added',
      'ben: Contact Maria Ernst (formerly Maria Anders) changed: Last name, Phone',
      'ben: Contact Maria Ernst removed',
    ]);
  });

  test('contacts leave the revision of the account as it is', async () => {
    const id = await make();
    const before = await see(world, admin, id, 'revision updatedAt');
    const contactId = await aContact(world, id);
    await mutate('updateContact', id, { contactId, jobTitle: 'Owner' });
    await mutate('removeContact', id, { contactId });
    expect(await see(world, admin, id, 'revision updatedAt')).toEqual(before);
  });

  test.each([
    ['addContact', MARIA],
    ['updateContact', { lastName: 'Ernst' }],
    ['removeContact', {}],
  ])(
    '%s is refused to whoever may only READ, as it was shown, and hidden from everyone else',
    async (mutation, input) => {
      const id = await make();
      const contactId = await aContact(world, id);
      const all = mutation === 'addContact' ? input : { ...input, contactId };
      const { actionPermissions } = await see(
        world,
        reader,
        id,
        'actionPermissions { action allowed reasons message }',
      );
      const permission = actionPermissions.find(({ action }: { action: string }) => action === 'ADD_CONTACT');
      expect(permission).toMatchObject({ allowed: false, reasons: ['INSUFFICIENT_ACCESS'] });

      const before = await everyRow(world);
      expect(await mutate(mutation, id, all, reader)).toEqual({
        account: null,
        contact: null,
        userErrors: [
          {
            code: 'ACTION_NOT_ALLOWED',
            action: 'ADD_CONTACT',
            reasons: ['INSUFFICIENT_ACCESS'],
            message: permission.message,
            path: ['input', 'accountId'],
            retryable: false,
            field: null,
          },
        ],
      });
      const missing = { contact: null, userErrors: [{ code: 'ACCOUNT_NOT_FOUND', reasons: ['ACCOUNT_NOT_FOUND'] }] };
      expect(await mutate(mutation, id, all, nobody)).toMatchObject(missing);
      expect(await mutate(mutation, UNKNOWN, all, admin)).toMatchObject(missing);
      expect(await writtenSince(world, before)).toEqual([]);
      expect(await mutate(mutation, id, all, editor)).toMatchObject({ userErrors: [] });
    },
  );
});

describe('S12: the contacts of a deleted account', () => {
  test('stay readable, and no more are added, changed or removed', async () => {
    const own = await anAccount();
    const copied = await copy(world, setup.alpha, aCustomer('gone'));
    for (const id of [own, copied]) await aContact(world, id);
    await world.mutate(anna, 'deleteAccount', { accountId: own });
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'gone', sourceVersion: '2' });
    for (const id of [own, copied]) {
      const [{ id: contactId }] = await contactsOf(world, id);
      const before = await everyRow(world);
      for (const [mutation, input] of [
        ['addContact', MARIA],
        ['updateContact', { contactId, lastName: 'Ernst' }],
        ['removeContact', { contactId }],
      ] as const) {
        expect(await mutate(mutation, id, input)).toMatchObject({
          contact: null,
          userErrors: [{ code: 'ACTION_NOT_ALLOWED', action: 'ADD_CONTACT', reasons: ['ACCOUNT_DELETED'] }],
        });
      }
      expect(await writtenSince(world, before)).toEqual([]);
    }
  });
});

describe('a sync caller', () => {
  test("sees null where its customer's contacts are, and may not touch them", async () => {
    const id = await copy(world, setup.alpha, aCustomer('of-alpha'));
    const contactId = await aContact(world, id);
    expect(await see(world, setup.alpha.sync, id, 'id contacts { edges { node { id } } }')).toEqual({
      id,
      contacts: null,
    });
    const before = await everyRow(world);
    for (const [mutation, input] of [
      ['addContact', { accountId: id, ...MARIA }],
      ['updateContact', { accountId: id, contactId, lastName: 'Ernst' }],
      ['removeContact', { accountId: id, contactId }],
    ] as const) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
      const { data, errors } = await world.run(
        setup.alpha.sync,
        `mutation ($input: ${type}) { ${mutation}(input: $input) { contact { id } } }`,
        { input },
      );
      expect(data).toEqual({ [mutation]: null });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await contactsOf(world, id)).toMatchObject([MARIA]);
  });

  test('brings and changes none: a refresh leaves them as they are', async () => {
    const id = await copy(world, setup.alpha, aCustomer('refreshed'));
    await aContact(world, id);
    await record(world, setup.alpha, aCustomer('refreshed', { sourceVersion: '2', name: 'New name' }));
    expect(await contactsOf(world, id)).toMatchObject([MARIA]);
  });

  test("has a login that may neither read nor write them; the portal's may, but for whose they are", async () => {
    const id = await anAccount();
    const insert = `INSERT INTO account_contacts (account_id, id, last_name) VALUES ('${id}', gen_random_uuid(), 'X')`;
    const statements = [
      'SELECT FROM account_contacts',
      insert,
      `DELETE FROM account_contacts WHERE account_id = '${id}'`,
    ];
    const [sync, portal] = [new Client(world.syncUrl), new Client(world.portalUrl)];
    await Promise.all([sync.connect(), portal.connect()]);
    try {
      for (const statement of statements) {
        await expect(sync.query(statement)).rejects.toMatchObject({ code: '42501' });
        await portal.query(statement);
      }
      const move = 'UPDATE account_contacts SET account_id = account_id';
      await expect(portal.query(move)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await Promise.all([sync.end(), portal.end()]);
    }
  });
});

describe('an account that is hidden or unknown', () => {
  test('has null for contacts, also where another account or subgraph leads to it', async () => {
    const parent = await anOwnAccount(world);
    const id = await anOwnAccount(world, { permission_rule_id: setup.ruleId, parent_id: parent });
    await world.mutate(admin, 'addContact', { accountId: parent, ...MARIA });
    const SHOWN = 'contacts { edges { node { lastName } } }';
    expect(await see(world, reader, id, `parent { id ${SHOWN} }`)).toEqual({ parent: { id: parent, contacts: null } });
    expect(await see(world, admin, id, `parent { ${SHOWN} }`)).toEqual({
      parent: { contacts: { edges: [{ node: { lastName: 'Anders' } }] } },
    });
    const { _entities } = await world.ask(
      reader,
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Account { id ${SHOWN} } } }`,
      { keys: [parent, UNKNOWN].map((one) => ({ __typename: 'Account', id: one })) },
    );
    expect(_entities).toEqual([
      { id: parent, contacts: null },
      { id: UNKNOWN, contacts: null },
    ]);
  });
});

describe('updateContact', () => {
  test('leaves what is left out and clears what is null or empty', async () => {
    const id = await anAccount();
    const contactId = await aContact(world, id);
    expect((await mutate('updateContact', id, { contactId, firstName: null, email: '' })).contact).toEqual({
      ...MARIA,
      id: contactId,
      firstName: null,
      email: null,
    });
    expect((await mutate('updateContact', id, { contactId, phone: '1' })).contact).toMatchObject({
      firstName: null,
      phone: '1',
      jobTitle: MARIA.jobTitle,
    });
  });

  test('with what is stored already, or with nothing, writes nothing', async () => {
    const id = await anAccount();
    const contactId = await aContact(world, id);
    const before = await everyRow(world);
    for (const input of [MARIA, {}]) {
      expect(await mutate('updateContact', id, { contactId, ...input })).toEqual({
        account: { id },
        contact: { id: contactId, ...MARIA },
        userErrors: [],
      });
    }
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('at the same instant by two people loses neither change', async () => {
    const id = await anAccount();
    const contactId = await aContact(world, id);
    await Promise.all([
      mutate('updateContact', id, { contactId, email: 'new@alfki.example' }, anna),
      mutate('updateContact', id, { contactId, phone: '2' }, editor),
    ]);
    expect(await contactsOf(world, id)).toEqual([{ ...MARIA, id: contactId, email: 'new@alfki.example', phone: '2' }]);
  });
});

test('the history tells no e-mail and no phone of a contact', async () => {
  const id = await anAccount();
  const contactId = await aContact(world, id);
  await mutate('updateContact', id, { contactId, email: 'new@alfki.example', phone: '555' });
  await mutate('removeContact', id, { contactId });
  const lines = await linesOf(world, id, 'CONTACT_CHANGED');
  expect(lines).toEqual([
    'anna: Contact Maria Anders added',
    'anna: Contact Maria Anders changed: E-mail, Phone',
    'anna: Contact Maria Anders removed',
  ]);
});
