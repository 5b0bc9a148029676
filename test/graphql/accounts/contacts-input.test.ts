import type { Caller } from '../../../src/domain/caller';
import { aContact, changeContacts, contactsOf, editor, linesOf, MARIA, reader, UNKNOWN } from '../../support/contacts';
import { anOwnAccount, everyRow, type Setup, setUpResellers, writtenSince } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const HALF_A_PAIR = '\ud83d';
const anAccount = () => anOwnAccount(world, { responsible_user_id: 'anna', permission_rule_id: setup.ruleId });
const mutate = (mutation: string, accountId: string, input: Record<string, unknown>, caller?: Caller) =>
  changeContacts(world, mutation, accountId, input, caller);

describe('a contact that the account does not have', () => {
  test.each(['updateContact', 'removeContact'])(
    'is NOT_FOUND to %s; its own is found in any spelling',
    async (mutation) => {
      const id = await anAccount();
      const ofAnother = await aContact(world, await anAccount());
      const removed = await aContact(world, id);
      await mutate('removeContact', id, { contactId: removed });
      const before = await everyRow(world);
      for (const contactId of [UNKNOWN, ofAnother, removed, 'c-1', '', `${removed}\0`, '7']) {
        expect(await mutate(mutation, id, { contactId })).toMatchObject({
          account: null,
          contact: null,
          userErrors: [{ code: 'NOT_FOUND', path: ['input', 'contactId'], retryable: false, reasons: [] }],
        });
      }
      expect(await writtenSince(world, before)).toEqual([]);
      expect(world.faults).toEqual([]);
      const contactId = await aContact(world, id);
      expect(await mutate(mutation, id.toUpperCase(), { contactId: contactId.toUpperCase() })).toMatchObject({
        contact: { id: contactId },
        userErrors: [],
      });
    },
  );
});

describe('bad input', () => {
  const BAD: [string, Record<string, unknown>, string][] = [
    ['a blank last name', { lastName: ' \t' }, 'lastName'],
    ['an empty last name', { lastName: '' }, 'lastName'],
    ['a NUL', { firstName: 'a\0b' }, 'firstName'],
    ['half of a surrogate pair', { jobTitle: `x${HALF_A_PAIR}` }, 'jobTitle'],
    ['a first name of 256 characters', { firstName: 'x'.repeat(256) }, 'firstName'],
    ['a last name of 256 characters', { lastName: '😀'.repeat(256) }, 'lastName'],
    ['an e-mail of 1,001 characters', { email: 'x'.repeat(1001) }, 'email'],
    ['a phone of 1,001 characters', { phone: 'x'.repeat(1001) }, 'phone'],
    ['a job title of 1,001 characters', { jobTitle: 'x'.repeat(1001) }, 'jobTitle'],
  ];

  test.each(BAD)('with %s is refused with its path and leaves nothing', async (_what, changes, field) => {
    const id = await anAccount();
    const contactId = await aContact(world, id);
    const before = await everyRow(world);
    const refused = {
      account: null,
      contact: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', field], retryable: false, reasons: [] }],
    };
    expect(await mutate('addContact', id, { ...MARIA, ...changes, idempotencyKey: `bad ${field}` })).toMatchObject(
      refused,
    );
    expect(await mutate('updateContact', id, { contactId, ...changes, phone: changes.phone ?? '1' })).toMatchObject(
      refused,
    );
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('a last name cannot be cleared, and every fault is named', async () => {
    const id = await anAccount();
    const contactId = await aContact(world, id);
    const before = await everyRow(world);
    const { userErrors } = await mutate('updateContact', id, { contactId, lastName: null, email: '\0', phone: '1' });
    expect(userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'lastName'] },
      { code: 'INVALID_INPUT', path: ['input', 'email'] },
    ]);
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('what is just short enough is stored as it was sent', async () => {
    const longest = {
      firstName: '😀'.repeat(255),
      lastName: "O'Neill; DROP TABLE",
      email: 'x'.repeat(1000),
      phone: '😀'.repeat(1000),
      jobTitle: 'é',
    };
    const id = await anAccount();
    const contactId = await aContact(world, id, { ...longest, jobTitle: 'e\u0301' });
    expect(await contactsOf(world, id)).toEqual([{ id: contactId, ...longest }]);
  });

  test('the smallest contact is a last name', async () => {
    const id = await anAccount();
    await aContact(world, id, { lastName: 'Anders' });
    expect(await contactsOf(world, id)).toMatchObject([
      { firstName: null, lastName: 'Anders', email: null, phone: null },
    ]);
    expect(await linesOf(world, id, 'CONTACT_CHANGED')).toEqual(['anna: Contact Anders added']);
  });
});

describe('addContact with an idempotency key', () => {
  test('adds once, and shows the contact again as it is now', async () => {
    const id = await anAccount();
    const input = { ...MARIA, idempotencyKey: 'once' };
    const first = await mutate('addContact', id, input);
    expect(await mutate('addContact', id, input)).toEqual(first);
    expect(await contactsOf(world, id)).toEqual([first.contact]);
    expect(await linesOf(world, id, 'CONTACT_CHANGED')).toHaveLength(1);

    await mutate('updateContact', id, { contactId: first.contact.id, jobTitle: 'Owner' });
    expect((await mutate('addContact', id, input)).contact).toEqual({ ...first.contact, jobTitle: 'Owner' });
    await mutate('removeContact', id, { contactId: first.contact.id });
    expect(await mutate('addContact', id, input)).toEqual({ account: { id }, contact: null, userErrors: [] });
    expect(await contactsOf(world, id)).toEqual([]);
  });

  test('with other input is IDEMPOTENCY_KEY_REUSED, also on another account', async () => {
    const [id, other] = [await anAccount(), await anAccount()];
    await mutate('addContact', id, { ...MARIA, idempotencyKey: 'reused' });
    const before = await everyRow(world);
    for (const [accountId, details] of [
      [id, { ...MARIA, phone: '1' }],
      [other, MARIA],
    ] as const) {
      expect(await mutate('addContact', accountId, { ...details, idempotencyKey: 'reused' })).toMatchObject({
        contact: null,
        userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
      });
    }
    expect(await writtenSince(world, before)).toEqual([]);
    await mutate('addContact', id, { ...MARIA, idempotencyKey: 'reused' }, editor);
    expect(await contactsOf(world, id)).toHaveLength(2);
  });

  test('ten times at the same instant adds one contact and one line', async () => {
    const id = await anAccount();
    const input = { ...MARIA, idempotencyKey: 'at once' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => mutate('addContact', id, input)));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(answers.map(({ contact }) => contact.id)).size).toBe(1);
    expect(await contactsOf(world, id)).toHaveLength(1);
    expect(await linesOf(world, id, 'CONTACT_CHANGED')).toHaveLength(1);
  });

  test('that was refused is not kept: the same key may be used again', async () => {
    const id = await anAccount();
    expect(await mutate('addContact', id, { ...MARIA, idempotencyKey: 'later' }, reader)).toMatchObject({
      userErrors: [{ code: 'ACTION_NOT_ALLOWED' }],
    });
    expect(await mutate('addContact', id, { lastName: ' ', idempotencyKey: 'again' })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT' }],
    });
    expect(await mutate('addContact', id, { ...MARIA, idempotencyKey: 'again' })).toMatchObject({ userErrors: [] });
  });

  test('left out, adds each time: two people may have one name', async () => {
    const id = await anAccount();
    expect(await aContact(world, id)).not.toBe(await aContact(world, id));
    expect(await contactsOf(world, id)).toHaveLength(2);
  });
});
