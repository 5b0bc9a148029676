import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import apollo from '@apollo/composition';
import { composeServices as composeWithHive } from '@theguild/federation-composition';
import { Kind, parse, print, visit } from 'graphql';
import { CORE, OURS, subgraphs } from './subgraphs.mjs';

const COMPOSERS = [
  ['Apollo', apollo.composeServices],
  ['Hive', composeWithHive],
];
const GUARDS = ['blockedOnManagedAccount', 'allowedOnManagedAccount', 'resellerSync', 'administrator'];
const LOCK = 'lockedOnManagedAccount';

for (const [name, compose] of COMPOSERS) {
  describe(`the composer of ${name}`, () => {
    const { supergraphSdl, errors, hints } = compose(subgraphs());

    test('composes our subgraph with a core one: no error, no hint', () => {
      assert.deepEqual([errors ?? [], (hints ?? []).map(({ message }) => message)], [[], []]);
      assert.match(supergraphSdl, /RESELLER_ACCOUNTS @join__graph\(name: "reseller-accounts"/);
    });

    test('keeps the guard of every mutation, as it is declared', () => {
      const declared = guardsOf(OURS);
      assert.equal(declared.size, mutationsOf(OURS).length);
      assert.ok(declared.size >= 30);
      assert.deepEqual(guardsOf(supergraphSdl), declared);
    });

    test('keeps the lock of every input that is locked on a managed account', () => {
      const declared = locksOf(OURS);
      assert.equal(declared.size, 8);
      assert.deepEqual(locksOf(supergraphSdl), declared);
    });

    test('refuses a core that gives the shared name another type', () => {
      const other = compose(subgraphs(CORE.replace('name: String', 'name: Int')));
      assert.equal(other.supergraphSdl, undefined);
      assert.match(other.errors[0].message, /Account\.name/);
    });

    test('refuses a core that does not share the name', () => {
      const other = compose(subgraphs(CORE.replace('name: String @shareable', 'name: String')));
      assert.equal(other.supergraphSdl, undefined);
      assert.match(other.errors[0].message, /Account\.name/);
    });
  });
}

test('the configuration for rover names the same subgraphs at the same addresses, and the federation of our schema', () => {
  const yaml = readFileSync(new URL('../../examples/supergraph/supergraph.yaml', import.meta.url), 'utf8');
  const named = [...yaml.matchAll(/^ {2}(\S+):\n {4}routing_url: (\S+)\n {4}schema:\n {6}subgraph_url: (\S+)$/gm)];
  assert.deepEqual(
    named.map(([, name, routed, asked]) => [name, routed, asked]),
    subgraphs().map(({ name, url }) => [name, url, url]),
  );
  const [, federation] = /specs\.apollo\.dev\/federation\/v(\d+\.\d+)/.exec(OURS);
  assert.match(yaml, new RegExp(`^federation_version: =${federation.replace('.', '\\.')}\\.\\d+$`, 'm'));
});

test("Apollo's composer does hint: at a core that describes what we describe otherwise", () => {
  const { hints } = apollo.composeServices(subgraphs(CORE.replace('type Account', '"Otherwise."\ntype Account')));
  assert.deepEqual(
    hints.map(({ definition }) => definition.code),
    ['INCONSISTENT_DESCRIPTION'],
  );
});

function mutationsOf(sdl) {
  return parse(sdl)
    .definitions.filter(
      ({ kind, name }) =>
        (kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION) && name.value === 'Mutation',
    )
    .flatMap(({ fields }) => fields);
}

/** Each mutation with its guards as they are written. */
function guardsOf(sdl) {
  return new Map(
    mutationsOf(sdl)
      .map(({ name, directives }) => [
        name.value,
        directives.filter(({ name }) => GUARDS.includes(name.value)).map(print),
      ])
      .filter(([, guards]) => guards.length === 1)
      .sort(([one], [other]) => one.localeCompare(other)),
  );
}

/** Each locked input with its lock as it is written. */
function locksOf(sdl) {
  const locks = new Map();
  visit(parse(sdl), {
    InputObjectTypeDefinition: ({ name: type, fields }) => {
      for (const { name, directives } of fields) {
        const lock = directives.find(({ name }) => name.value === LOCK);
        if (lock) locks.set(`${type.value}.${name.value}`, print(lock));
      }
    },
  });
  return locks;
}
