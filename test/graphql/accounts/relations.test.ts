import type { Caller } from '../../../src/domain/caller';
import { anna, editor, linesOf, UNKNOWN } from '../../support/contacts';
import { changeRelations, DOCUMENT, relate, relationsOf } from '../../support/relations';
import { anOwnAccount, everyRow, type Setup, setUpResellers, writtenSince } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const KINDS = ['EMAIL', 'TASK', 'EVENT', 'DOCUMENT', 'CONTACT', 'CASE'];
const anAccount = () => anOwnAccount(world, { responsible_user_id: 'anna', permission_rule_id: setup.ruleId });
const mutate = (mutation: string, accountId: string, input: Record<string, unknown>, caller?: Caller) =>
  changeRelations(world, mutation, accountId, input, caller);

describe('A23: an account is related', () => {
  test.each(KINDS)('with a record of kind %s', async (kind) => {
    const id = await anAccount();
    const relation = await relate(world, id, { kind, targetId: 'x-1' });
    expect(await relationsOf(world, id)).toEqual([relation]);
    expect(relation).toMatchObject({ kind, targetId: 'x-1', label: null });
  });

  test('never with kind ORDER: GraphQL refuses it, written out or as a variable', async () => {
    const id = await anAccount();
    const before = await everyRow(world);
    const written = `mutation { relateAccount(input: { accountId: "${id}", kind: ORDER, targetId: "o-1" }) { relation { id } } }`;
    expect((await world.run(anna, written)).errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' }, message: expect.stringContaining('RelationKind') },
    ]);
    const { errors } = await world.run(
      anna,
      'mutation ($input: RelateAccountInput!) { relateAccount(input: $input) { relation { id } } }',
      { input: { accountId: id, kind: 'ORDER', targetId: 'o-1' } },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('with a document twice: one relation, the same answer, nothing written the second time', async () => {
    const id = await anAccount();
    const first = await relate(world, id);
    const before = await everyRow(world);
    for (const again of [DOCUMENT, { ...DOCUMENT, label: null }, { ...DOCUMENT, label: '' }]) {
      expect(await relate(world, id, again)).toEqual(first);
    }
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await relationsOf(world, id)).toEqual([first]);
    expect(await linesOf(world, id, 'RELATION_CHANGED')).toHaveLength(1);
  });

  test('again with another label: the relation stays and takes the label, with a line', async () => {
    const id = await anAccount();
    const { label, ...unlabelled } = DOCUMENT;
    const first = await relate(world, id, unlabelled);
    expect(first.label).toBeNull();
    expect(await relate(world, id, { ...unlabelled, label })).toEqual({ ...first, label });
    expect(await mutate('relateAccount', id, { ...unlabelled, label: 'Signed' }, editor)).toMatchObject({
      relation: { ...first, label: 'Signed' },
    });
    expect(await relationsOf(world, id)).toEqual([{ ...first, label: 'Signed' }]);
    expect(await linesOf(world, id, 'RELATION_CHANGED')).toEqual([
      'anna: Related to document d-1',
      'anna: Relation to document d-1 labelled "Contract 2026"',
      'ben: Relation to document d-1 labelled "Signed"',
    ]);
  });

  test('twenty times at the same instant: one relation and one line', async () => {
    const id = await anAccount();
    const answers = await Promise.all(Array.from({ length: 20 }, () => mutate('relateAccount', id, DOCUMENT)));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(answers.map(({ relation }) => relation.id)).size).toBe(1);
    expect(await relationsOf(world, id)).toHaveLength(1);
    expect(await linesOf(world, id, 'RELATION_CHANGED')).toHaveLength(1);
  });

  test('once more after it was unrelated', async () => {
    const id = await anAccount();
    const { id: relationId } = await relate(world, id);
    await mutate('unrelateAccount', id, { relationId });
    await relate(world, id);
    expect(await relationsOf(world, id)).toMatchObject([DOCUMENT]);
    expect(await linesOf(world, id, 'RELATION_CHANGED')).toHaveLength(3);
  });

  test('with whatever differs in kind, id or case apart, and on another account apart', async () => {
    const [id, other] = [await anAccount(), await anAccount()];
    const targets = [
      { kind: 'DOCUMENT', targetId: 'd-1' },
      { kind: 'CASE', targetId: 'd-1' },
      { kind: 'DOCUMENT', targetId: 'D-1' },
      { kind: 'DOCUMENT', targetId: ' d-1' },
      { kind: 'DOCUMENT', targetId: '","DOCUMENT","d-1' },
    ];
    const made = [];
    for (const accountId of [id, other])
      for (const target of targets) made.push(await relate(world, accountId, target));
    expect(new Set(made.map((relation) => relation.id)).size).toBe(10);
    expect(await relationsOf(world, id)).toHaveLength(5);
  });

  test('with one id in two encodings once', async () => {
    const id = await anAccount();
    const composed = await relate(world, id, { kind: 'CASE', targetId: 'Caf\u00e9' });
    expect(await relate(world, id, { kind: 'CASE', targetId: 'Cafe\u0301' })).toEqual(composed);
    expect(await relationsOf(world, id)).toHaveLength(1);
  });

  test('with an id and a label of 1,000 characters of four bytes, twice once too', async () => {
    const id = await anAccount();
    const longest = { kind: 'EVENT', targetId: '😀'.repeat(1000), label: '𝄞'.repeat(1000) };
    const relation = await relate(world, id, longest);
    expect(await relate(world, id, longest)).toEqual(relation);
    expect(await relationsOf(world, id)).toEqual([{ id: relation.id, ...longest }]);
    expect(world.faults).toEqual([]);
  });
});

describe('bad input', () => {
  test.each([
    ['a blank id', { targetId: ' \n' }, 'targetId'],
    ['an empty id', { targetId: '' }, 'targetId'],
    ['a NUL in the id', { targetId: 'a\0b' }, 'targetId'],
    ['half of a surrogate pair in the id', { targetId: 'x\udc00' }, 'targetId'],
    ['an id of 1,001 characters', { targetId: 'x'.repeat(1001) }, 'targetId'],
    ['a NUL in the label', { label: '\0' }, 'label'],
    ['half of a surrogate pair in the label', { label: '\ud83d' }, 'label'],
    ['a label of 1,001 characters', { label: '😀'.repeat(1001) }, 'label'],
  ])('with %s is refused with its path and leaves nothing', async (_what, changes, field) => {
    const id = await anAccount();
    await relate(world, id);
    const before = await everyRow(world);
    expect(await mutate('relateAccount', id, { ...DOCUMENT, ...changes })).toMatchObject({
      account: null,
      relation: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', field], retryable: false, reasons: [] }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('an id that the account has no relation of is NOT_FOUND; its own is found in any spelling', async () => {
    const id = await anAccount();
    const [{ id: relationId }, { id: ofAnother }] = [await relate(world, id), await relate(world, await anAccount())];
    const before = await everyRow(world);
    for (const unknown of [UNKNOWN, ofAnother, 'd-1', '', `${relationId}\0`]) {
      expect(await mutate('unrelateAccount', id, { relationId: unknown })).toMatchObject({
        account: null,
        relation: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['input', 'relationId'], retryable: false, reasons: [] }],
      });
    }
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await mutate('unrelateAccount', id, { relationId: relationId.toUpperCase() })).toMatchObject({
      relation: { id: relationId },
      userErrors: [],
    });
    expect(await mutate('unrelateAccount', id, { relationId })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });
});
