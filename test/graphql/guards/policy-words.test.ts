import { getNamedType, isObjectType } from 'graphql';
import { localeOfTag } from '../../../src/graphql/request/locale';
import { admin, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterEach(() => {
  world.locale = 'en';
});
afterAll(() => world.close());

const WORDS = `
  actions { action label description } fields { field label help }
  mutations { mutation label help labels { path label help } }
  enums { enum values { value label help } }`;
const POLICY = `query Policy($locale: String) { accountPolicy(locale: $locale) { ${WORDS} } }`;

/** Tags, and the language that each is answered in. */
const TAGS: [tag: string | null | undefined, locale: 'en' | 'de'][] = [
  [undefined, 'en'],
  [null, 'en'],
  ['', 'en'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['de', 'de'],
  ['DE', 'de'],
  ['de-AT', 'de'],
  ['de_DE', 'de'],
  ['de-Latn-CH-1996', 'de'],
  ['de_DE.UTF-8', 'de'],
  [' de ', 'de'],
  ['fr', 'en'],
  ['fr-de', 'en'],
  ['deu', 'en'],
  ['-de', 'en'],
  ['*', 'en'],
  ['de;q=0', 'en'],
  ['toString', 'en'],
  ['__proto__', 'en'],
  ['\u0000', 'en'],
  ['de-'.repeat(10_000), 'de'],
  ['x'.repeat(10_000), 'en'],
];

test.each(TAGS)('a tag names a language, and English where it is none of ours (%#)', (tag, locale) => {
  expect(localeOfTag(tag)).toBe(locale);
});

describe('S23: the words of accountPolicy', () => {
  const first = (policy: { actions: { label: string }[] }) => policy.actions[0]?.label;

  test.each(TAGS)(
    'are in the language that the locale names, whatever accept-language says (%#)',
    async (tag, locale) => {
      for (const other of ['en', 'de'] as const) {
        world.locale = other;
        const { accountPolicy } = await world.ask(aUser('a-tool'), POLICY, tag === undefined ? {} : { locale: tag });
        expect(first(accountPolicy)).toBe({ en: 'Synchronize', de: 'Synchronisieren' }[locale]);
      }
    },
  );

  test('are in English where no locale is written at all, and in two languages where two are asked for', async () => {
    world.locale = 'de';
    const { none, english, german } = await world.ask(
      aUser('a-tool'),
      `{ none: accountPolicy { ${WORDS} }
         english: accountPolicy(locale: "en") { ${WORDS} } german: accountPolicy(locale: "de") { ${WORDS} } }`,
    );
    expect(none).toEqual(english);
    expect([first(english), first(german)]).toEqual(['Synchronize', 'Synchronisieren']);
  });

  test.each(['en', 'de'] as const)('are for every caller the same: %s', async (locale) => {
    const callers = [aUser('a-tool'), admin, setup.alpha.sync];
    const answers = await Promise.all(callers.map((caller) => world.ask(caller, POLICY, { locale })));
    const { actions, fields, mutations, enums } = world.subgraph.accountPolicy[locale];
    for (const { accountPolicy } of answers) {
      expect(accountPolicy).toEqual({
        actions: actions.map(({ action, label, description }) => ({ action, label, description })),
        fields: fields.map(({ field, label, help }) => ({ field, label, help })),
        mutations: mutations.map(({ mutation, label, help, labels }) => ({ mutation, label, help, labels })),
        enums,
      });
    }
  });

  test('say of a price that it is one, at its place in the list', async () => {
    const labelOf = async (locale: string) => {
      const { accountPolicy } = await world.ask(admin, POLICY, { locale });
      const save = accountPolicy.mutations.find(({ mutation }: { mutation: string }) => mutation === 'savePriceList');
      return save.labels.map(({ path, label }: { path: string[]; label: string }) => [path.join('.'), label]);
    };
    expect(await labelOf('en')).toEqual([
      ['input.code', 'Code'],
      ['input.name', 'Name'],
      ['input.prices', 'Prices'],
      ['input.prices.sku', 'SKU'],
      ['input.prices.currency', 'Currency'],
      ['input.prices.billingPeriod', 'Billing period'],
      ['input.prices.amount', 'Amount'],
      ['input.prices.validFrom', 'Valid from'],
    ]);
    expect((await labelOf('de')).at(-1)).toEqual(['input.prices.validFrom', 'Gültig ab']);
  });
});

describe('S23: a tool that asks for all of accountPolicy', () => {
  /** Everything of a type, by a walk of the schema. */
  function everythingOf(name: string): string {
    const type = world.subgraph.schema.getType(name);
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields());
    return `{ ${fields.map((field) => `${field.name} ${everythingOf(getNamedType(field.type).name)}`).join(' ')} }`;
  }

  test('in both languages at once is answered, again and again', async () => {
    const everything = everythingOf('AccountPolicy');
    for (const part of ['conditions', 'inputSchema', 'labels', 'enums']) expect(everything).toContain(part);
    const query = `{ en: accountPolicy ${everything} de: accountPolicy(locale: "de") ${everything} }`;
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(JSON.stringify(await world.ask(aUser('a-tool'), query)));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]?.length).toBeLessThan(2_000_000);
  });

  test('is told of every enum of the schema with its values in their order, by name', async () => {
    const { accountPolicy, __schema } = await world.ask(
      aUser('a-tool'),
      `{ accountPolicy { enums { enum values { value } } } __schema { types { kind name enumValues { name } } } }`,
    );
    const types: { kind: string; name: string; enumValues: { name: string }[] }[] = __schema.types;
    const known = types.filter(({ kind, name }) => kind === 'ENUM' && !name.includes('__'));
    expect(known.length).toBeGreaterThan(20);
    expect(accountPolicy.enums).toEqual(
      known
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map(({ name, enumValues }) => ({ enum: name, values: enumValues.map((one) => ({ value: one.name })) })),
    );
  });
});
