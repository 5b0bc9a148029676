import { join } from 'node:path';
import { isEnumType, isIntrospectionType } from 'graphql';
import { packageRoot } from '../../src/config/package-root';
import { buildSchema } from '../../src/graphql/build-schema';
import { VOCABULARIES } from '../../src/graphql/vocabulary-check';

/** Every enum of the contract with its values, in its order; federation and the specifications it links bring others. */
const { schema } = buildSchema(join(packageRoot(), 'schema'));
const ENUMS = Object.values(schema.getTypeMap())
  .filter(isEnumType)
  .filter((type) => !isIntrospectionType(type) && !type.name.includes('__'))
  .map((type) => [type.name, type.getValues().map(({ name }) => name)] as const);

test('the domain has words for every enum of the contract, and for nothing that is none', () => {
  expect(Object.keys(VOCABULARIES).sort()).toEqual(ENUMS.map(([name]) => name).sort());
  expect(ENUMS.length).toBeGreaterThan(20);
});

test.each(ENUMS)("the words for %s are the contract's, in its order", (name, values) => {
  expect(Reflect.get(VOCABULARIES, name)).toEqual(values);
});
