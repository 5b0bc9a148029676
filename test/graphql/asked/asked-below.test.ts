import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { asksForIdAlone } from '../../../src/graphql/asked/asked-below';

/** Whether no more than which one it is is asked of a payload's account. */
function idAlone(operation: string, variableValues: Record<string, unknown> = {}): boolean {
  const { definitions } = parse(operation);
  const fragments = Object.fromEntries(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const fieldNodes = definitions
    .flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? one.selectionSet.selections : []))
    .filter((one): one is FieldNode => one.kind === Kind.FIELD);
  return asksForIdAlone({ fieldNodes, fragments, variableValues });
}

test.each([
  ['its id', '{ m { account { id } } }'],
  ['its id under another name, and its type', '{ m { a: account { mine: id __typename } outcome } }'],
  [
    'its id in fragments',
    '{ m { ...P } } fragment P on Payload { account { ... on Account { ...I } } } fragment I on Account { id }',
  ],
  ['its id in two places', '{ m { account { id } ... { account { __typename } } } }'],
  ['its id, and more of something else', '{ m { account { id } subscription { account { name } } } }'],
  ['nothing', '{ m { userErrors { code } } }'],
])('whoever asks for %s needs no account read', (_what, operation) => {
  expect(idAlone(operation)).toBe(true);
});

test.each([
  ['beside its id', '{ m { account { id name } } }'],
  ['in the place of its id', '{ m { account { id: name } } }'],
  ['in a second place', '{ m { account { id } more: account { name } } }'],
  [
    'in fragments',
    '{ m { ...P } } fragment P on Payload { account { ... on Account { ...I } } } fragment I on Account { id name }',
  ],
])('whoever asks for more %s does', (_what, operation) => {
  expect(idAlone(operation)).toBe(false);
});

test('what is left out is not asked for', () => {
  const operation = 'query ($more: Boolean!) { m { account { id name @include(if: $more) } } }';
  expect([false, true].map((more) => idAlone(operation, { more }))).toEqual([true, false]);
});

test('fragments that name each other a million times are gone into once', () => {
  const doubled = Array.from({ length: 30 }, (_, at) => `fragment F${at} on Payload { ...F${at + 1} ...F${at + 1} }`);
  expect(idAlone(`{ m { ...F0 } } ${doubled.join(' ')} fragment F30 on Payload { account { id } }`)).toBe(true);
});
