import { aContact, anna, changeContacts } from '../../support/contacts';
import { anOwnAccount, see } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const anAccount = () => anOwnAccount(world, { responsible_user_id: 'anna' });
const mutate = (mutation: string, accountId: string, input: Record<string, unknown>) =>
  changeContacts(world, mutation, accountId, input);

describe('the list of contacts', () => {
  const PAGE = `query ($id: ID!, $first: Int!, $after: String) { account(id: $id) {
    contacts(first: $first, after: $after) {
      edges { cursor node { lastName } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

  test('is in the order of adding and paged without a gap, also while some come and go', async () => {
    const id = await anAccount();
    const ids = [];
    for (const lastName of ['Zorn', 'Adams', 'Meyer', 'Berg', 'Young'])
      ids.push(await aContact(world, id, { lastName }));
    const page = async (after: string | null) =>
      (await world.ask(anna, PAGE, { id, first: 2, after })).account.contacts;
    const names = (one: { edges: { node: { lastName: string } }[] }) => one.edges.map((edge) => edge.node.lastName);

    const first = await page(null);
    expect(names(first)).toEqual(['Zorn', 'Adams']);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    await mutate('removeContact', id, { contactId: ids[1] });
    const second = await page(first.pageInfo.endCursor);
    expect(names(second)).toEqual(['Meyer', 'Berg']);
    await aContact(world, id, { lastName: 'Late' });
    const third = await page(second.pageInfo.endCursor);
    expect(names(third)).toEqual(['Young', 'Late']);
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('refuses a page of more than 200 and a cursor of another list', async () => {
    const id = await anAccount();
    await aContact(world, id);
    const { history } = await see(world, anna, id, 'history(first: 1) { pageInfo { endCursor } }');
    for (const [first, after, path] of [
      [201, null, 'first'],
      [-1, null, 'first'],
      [1, history.pageInfo.endCursor, 'after'],
      [1, 'nonsense', 'after'],
    ]) {
      const { errors } = await world.run(anna, PAGE, { id, first, after });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: [path] } }]);
    }
    expect((await world.ask(anna, PAGE, { id, first: 200 })).account.contacts.edges).toHaveLength(1);
  });

  test('of 200 accounts costs one statement, each with its own contacts', async () => {
    for (let count = 0; count < 200; count += 1) await anOwnAccount(world, { responsible_user_id: 'many' });
    await world.sql(`INSERT INTO account_contacts (account_id, id, last_name)
      SELECT a.id, gen_random_uuid(), a.id FROM accounts a, generate_series(1, 3) WHERE a.responsible_user_id = 'many'`);
    world.takeStatements();
    const { accounts } = await world.ask(
      aUser('many'),
      '{ accounts(first: 200) { edges { node { id contacts(first: 2) { edges { node { lastName } } } } } } }',
    );
    expect(world.takeStatements().filter((sql) => sql.includes('account_contacts'))).toHaveLength(1);
    expect(accounts.edges).toHaveLength(200);
    for (const { node } of accounts.edges) {
      const own = { node: { lastName: node.id } };
      expect(node.contacts.edges).toEqual([own, own]);
    }
  });
});

test('however many contacts an account has, adding, changing and removing one costs the same statements', async () => {
  const id = await anAccount();
  const round = async () => {
    world.takeStatements();
    const contactId = await aContact(world, id);
    await mutate('updateContact', id, { contactId, phone: '1' });
    await mutate('removeContact', id, { contactId });
    return world.takeStatements();
  };
  const first = await round();
  for (let count = 0; count < 20; count += 1) await aContact(world, id);
  expect(await round()).toEqual(first);
});
