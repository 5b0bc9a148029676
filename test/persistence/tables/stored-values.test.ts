import { aCustomer, admin, copy, record, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const EDITABLE = `{
  name accountingNo email currency enableOrdering separateInvoices responsibleUser { id } permissionRule { id }
  billingAddress { line1 line2 city region postalCode country } synchronizationOptions { systemCode key value } revision
}`;

async function read(id: string) {
  const { account } = await world.ask(admin, `query ($id: ID!) { account(id: $id) ${EDITABLE} }`, { id });
  return account;
}

describe('whatever text an account may have is stored as it was sent', () => {
  const NAMES = {
    'an emoji at each place around a hundred': [98, 99, 100, 101].map((place) => `${'a'.repeat(place)}😀b`),
    'letters of two UTF-16 units, one after the other': [`a${'𠀀'.repeat(254)}`, '𠀀'.repeat(255)],
    'the characters that grow most when they are folded': [
      '\ufdfa'.repeat(255),
      Array.from({ length: 255 }, (_, index) => String.fromCodePoint(0x3300 + index)).join(''),
    ],
    'what means something to SQL, JSON or a search': [`'; DROP TABLE accounts; -- \\ " :* & | ! ( ) < > %`],
    'white space and marks only around a letter': ['\u00a0\u0301a\u200d\u202e\t\n'],
    'the greatest length': ['x'.repeat(255), 'é'.repeat(255)],
  };

  test.each(Object.entries(NAMES))('%s', async (what, names) => {
    for (const [index, name] of names.entries()) {
      const customer = aCustomer(`${what}-${index}`, { name, accountingNo: name, email: name });
      const { outcome, account, userErrors } = await record(world, setup.alpha, customer);
      expect(userErrors).toEqual([]);
      expect(outcome).toBe('CREATED');
      expect(await read(account.id)).toMatchObject({ name, accountingNo: name, email: name });
      // And again it is the same, to the byte.
      expect((await record(world, setup.alpha, customer)).outcome).toBe('UNCHANGED');
    }
    expect(world.faults).toEqual([]);
  });

  test.each(['0', '9223372036854775807'])('version %s', async (sourceVersion) => {
    const customer = aCustomer(`version-${sourceVersion}`, { sourceVersion });
    await copy(world, setup.alpha, customer);
    expect((await record(world, setup.alpha, customer)).outcome).toBe('UNCHANGED');
    expect(
      await world.sql('SELECT source_version::text AS version FROM accounts WHERE source_account_id = $1', [
        customer.sourceAccountId,
      ]),
    ).toEqual([{ version: sourceVersion }]);
  });

  test('options and an address, whatever order they were sent in', async () => {
    const options = [
      { systemCode: 'M365', key: 'tenant', value: null },
      { systemCode: 'AZURE', key: 'id', value: '1' },
    ];
    const address = { country: 'DE', city: 'Köln', line2: '' };
    const customer = (synchronizationOptions: unknown, billingAddress: unknown) =>
      aCustomer('ordered', { synchronizationOptions, billingAddress });
    const id = await copy(world, setup.alpha, customer(options, address));
    const turned = customer([...options].reverse(), { line1: null, line2: null, city: 'Köln', country: 'DE' });
    expect((await record(world, setup.alpha, turned)).outcome).toBe('UNCHANGED');
    expect(await read(id)).toMatchObject({
      synchronizationOptions: [options[1], options[0]],
      billingAddress: { line1: null, city: 'Köln', country: 'DE' },
    });
  });
});

test('A11: what an own account shows can be posted back, also after a synchronization with two systems', async () => {
  const id = setup.beta.accountId;
  for (const systemCode of ['M365', 'AZURE'])
    await world.mutate(admin, 'synchronizeAccount', { accountId: id, systemCode });
  const before = await read(id);
  const { responsibleUser, permissionRule, revision, ...form } = before;
  const references = { responsibleUserId: responsibleUser?.id ?? null, permissionRuleId: permissionRule?.id ?? null };
  const { userErrors } = await world.mutate(admin, 'updateAccount', { accountId: id, ...form, ...references });
  expect(userErrors).toEqual([]);
  // Nothing was changed: no new revision, no line of history.
  expect(await read(id)).toEqual(before);
  expect(
    await world.sql(`SELECT text FROM account_history WHERE account_id = $1 AND text LIKE 'Changed:%'`, [id]),
  ).toEqual([]);
});
