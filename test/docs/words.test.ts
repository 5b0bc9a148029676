import { join } from 'node:path';
import { isEnumType, isIntrospectionType } from 'graphql';
import { packageRoot } from '../../src/config/package-root';
import { type PolicyCatalogue, VALUE_WORDS } from '../../src/domain/accounts/policy-catalogue';
import { fieldAt, LOCALES, type Locale, parameterTexts, say } from '../../src/domain/message';
import { ACCOUNT_INPUTS } from '../../src/domain/words/account-inputs';
import { INPUT_HELP, inputHelpKey } from '../../src/domain/words/input-words';
import { MUTATION_WORDS } from '../../src/domain/words/mutation-words';
import { RESELLER_INPUTS } from '../../src/domain/words/reseller-inputs';
import { SELLING_INPUTS } from '../../src/domain/words/selling-inputs';
import { buildSchema } from '../../src/graphql/build-schema';
import { inputPlaces } from '../../src/graphql/inputs/input-places';

const { schema, accountPolicy } = buildSchema(join(packageRoot(), 'schema'));
const ENUMS = Object.values(schema.getTypeMap())
  .filter(isEnumType)
  .filter((type) => !isIntrospectionType(type) && !type.name.includes('__'))
  .map((type) => [type.name, type.getValues().map(({ name }) => name)] as const);
const MUTATIONS = Object.keys(schema.getMutationType()?.getFields() ?? {});
const PLACES = inputPlaces(schema);
const EVERY_PLACE = Object.values(PLACES).flat();

/** What people read of one thing, and what thing it is. */
interface Read {
  readonly of: string;
  readonly label: string;
  readonly help: string;
}

function everythingRead({ actions, fields, mutations, enums }: PolicyCatalogue): Read[] {
  return [
    ...actions.map(({ action, label, description }) => ({ of: `action ${action}`, label, help: description })),
    ...fields.map(({ field, label, help }) => ({ of: `field ${field}`, label, help })),
    ...mutations.map(({ mutation, label, help }) => ({ of: mutation, label, help })),
    ...mutations.flatMap(({ mutation, labels }) =>
      labels.map(({ path, label, help }) => ({ of: `${mutation} ${path.join('.')}`, label, help })),
    ),
    ...enums.flatMap((one) =>
      one.values.map(({ value, label, help }) => ({ of: `${one.enum}.${value}`, label, help })),
    ),
  ];
}

const READ: Readonly<Record<Locale, Read[]>> = {
  en: everythingRead(accountPolicy.en),
  de: everythingRead(accountPolicy.de),
};
const EACH = LOCALES.flatMap((locale) => READ[locale].map((one) => ({ locale, ...one })));
const told = (found: readonly { readonly of: string }[]) => found.map((one) => JSON.stringify(one));

describe('there are words for', () => {
  test('every enum of the contract, and for none that is gone', () => {
    expect(Object.keys(VALUE_WORDS).sort()).toEqual(ENUMS.map(([name]) => name).sort());
    expect(ENUMS.length).toBeGreaterThan(20);
  });

  test.each(ENUMS)('every value of %s, and for none that is gone', (name, values) => {
    expect(Object.keys(Reflect.get(VALUE_WORDS, name)).sort()).toEqual([...values].sort());
  });

  test('every mutation, and for none that is gone', () => {
    expect(Object.keys(MUTATION_WORDS).sort()).toEqual([...MUTATIONS].sort());
  });

  test('every value that can be sent to a mutation, once each and an object before what stands in it', () => {
    expect(EVERY_PLACE.length).toBeGreaterThan(250);
    for (const locale of LOCALES) {
      for (const { mutation, labels } of accountPolicy[locale].mutations) {
        const paths = labels.map(({ path }) => path.join('.'));
        expect([mutation, paths]).toEqual([mutation, PLACES[mutation]?.map(({ path }) => path.join('.'))]);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths[0]).toMatch(/^input\.\w+$/);
        for (const path of paths) {
          const above = path.split('.').slice(0, -1).join('.');
          if (above !== 'input') expect(paths.indexOf(above)).toBeLessThan(paths.indexOf(path));
          if (above !== 'input') expect(paths).toContain(above);
        }
      }
    }
  });

  test('nothing that no input has', () => {
    const used = new Set(EVERY_PLACE.map(inputHelpKey));
    expect(Object.keys(INPUT_HELP).filter((key) => !used.has(key))).toEqual([]);
  });

  test('a value of an input in one file only, and in other words than for another value', () => {
    const files = [ACCOUNT_INPUTS, SELLING_INPUTS, RESELLER_INPUTS];
    expect(files.flatMap((file) => Object.keys(file)).sort()).toEqual(Object.keys(INPUT_HELP).sort());
    for (const locale of LOCALES) {
      const helps = Object.values(INPUT_HELP).map((help) => help[locale]);
      expect(helps.filter((help, at) => helps.indexOf(help) !== at)).toEqual([]);
    }
  });
});

test('a value of an input is called as the refusals about it call it', () => {
  for (const locale of LOCALES) {
    for (const { labels } of accountPolicy[locale].mutations) {
      for (const { path, label } of labels) {
        expect(parameterTexts(say('input.blank', { field: fieldAt(path) }), locale)).toEqual([
          { name: 'field', value: label },
        ]);
      }
    }
  }
});

describe('what people read', () => {
  test('is a name of some words, without a full stop', () => {
    expect(told(EACH.filter(({ label }) => !/^\p{Lu}[^\n]{1,49}$/u.test(label) || label.endsWith('.')))).toEqual([]);
  });

  test('is a sentence or two of at most 200 characters, with a full stop', () => {
    expect(told(EACH.filter(({ help }) => !/^\p{Lu}[^\n]{8,198}\.$/u.test(help)))).toEqual([]);
  });

  test('has nothing in it that is for programmers: rules, codes, paths, placeholders', () => {
    const odd =
      /\b(S\d{1,2}a?|A\d{1,2}|TODO|null|undefined|true|false|[A-Z]+_[A-Z_]+|[a-z]+[A-Z]\w*)\b|[`{}|<>[\]]| {2}/;
    expect(told(EACH.filter(({ label, help }) => odd.test(`${label} ${help}`)))).toEqual([]);
  });

  test('is quoted as the messages of the language quote', () => {
    const quoted = { en: /^[^„“”‚‘’«»]*$/, de: /^([^"'„“”‚‘’«»]|„[^"'„“”]*“)*$/ };
    expect(told(EACH.filter(({ locale, label, help }) => !quoted[locale].test(`${label} ${help}`)))).toEqual([]);
  });

  test('is written with umlauts in German: what looks like none is a word that has none', () => {
    const WITHOUT =
      /^(neue[nmrs]?|neuesten|aktuell|dauer|zuerst|quell\w*|steuer\w*|beziehung|bezahlte[nrs]?|individuelle[nrs]?|aktualisiert|übergeben\w*)$/i;
    const words = READ.de.flatMap(({ label, help }) => `${label} ${help}`.match(/\p{L}+/gu) ?? []);
    const suspect = words.filter((word) => /ae|oe|ue/i.test(word) && !WITHOUT.test(word));
    expect([...new Set(suspect)]).toEqual([]);
    expect(words.filter((word) => /[äöüß]/i.test(word)).length).toBeGreaterThan(100);
  });

  test('is in the language that it stands under: it has none of the small words of the other', () => {
    const small = {
      en: /\b(the|of|is|are|and|to|its|by|for|from|with|what|which|cannot)\b/i,
      de: /\b(der|die|das|dem|den|des|ist|sind|ein|eine|und|zu|für|mit|nicht|wird|werden|kein|keine)\b/i,
    };
    const others = { en: small.de, de: small.en };
    expect(told(EACH.filter(({ locale, label, help }) => others[locale].test(`${label} ${help}`)))).toEqual([]);
    // The twin: by those of their own most of them are known.
    const known = EACH.filter(({ locale, help }) => small[locale].test(help));
    expect(known.length).toBeGreaterThan(EACH.length * 0.9);
  });

  test('is another sentence in the other language, and another name unless the word is the same', () => {
    const SAME = ['Name', 'Status', 'System', 'Region', 'SKU', 'Code', 'Text', 'Administrator'];
    const german = new Map(READ.de.map((one) => [one.of, one]));
    expect([...german.keys()]).toEqual(READ.en.map((one) => one.of));
    expect(told(READ.en.filter(({ of, help }) => german.get(of)?.help === help))).toEqual([]);
    const alike = READ.en.filter(({ of, label }) => german.get(of)?.label === label).map(({ label }) => label);
    expect([...new Set(alike)].sort()).toEqual([...SAME].sort());
  });

  test('tells apart what stands side by side: values of an enum, mutations, fields, values of an input', () => {
    for (const locale of LOCALES) {
      const { actions, fields, mutations, enums } = accountPolicy[locale];
      const inputs = mutations.flatMap(({ labels }) => {
        const above = [...new Set(labels.map(({ path }) => path.slice(0, -1).join('.')))];
        return above.map((one) => labels.filter(({ path }) => path.slice(0, -1).join('.') === one));
      });
      const lists = [actions, fields, mutations, ...enums.map(({ values }) => values), ...inputs];
      for (const list of lists) {
        const labels = list.map(({ label }) => label);
        expect([...new Set(labels)]).toEqual(labels);
      }
    }
  });
});
