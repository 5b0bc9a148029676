import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import apollo from '@apollo/composition';
import {
  buildSchema,
  GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  parse,
  specifiedDirectives,
  validate,
  visit,
} from 'graphql';
import { EVERYTHING } from '../supergraph/portal-query.mjs';
import { CONTRACTS } from './contract-names.mjs';
import { composeContract } from './contracts.mjs';
import { OURS, ours, subgraphs } from './subgraphs.mjs';
import { tagsOf } from './tags.mjs';

const NAMES = Object.keys(CONTRACTS);
/** Whose a mutation is, by its guard. */
const CONTRACTS_OF = {
  blockedOnManagedAccount: ['portal', 'admin'],
  allowedOnManagedAccount: ['portal', 'admin'],
  resellerSync: ['sync'],
  administrator: ['admin'],
};
const SYNC_OPERATIONS = readFileSync(new URL('../../client/operations.graphql', import.meta.url), 'utf8');

const mutations = parse(OURS).definitions.flatMap((one) => (one.name?.value === 'Mutation' ? one.fields : []));
const guardOf = ({ directives }) => directives.find(({ name }) => name.value in CONTRACTS_OF)?.name.value;

describe('the tags', () => {
  const tags = tagsOf(OURS);

  test('everything that can be asked or sent bears one or more, none twice, and no other than of a contract', () => {
    assert.deepEqual(faults(tags), []);
    assert.ok(tags.size > 700, `${tags.size} places bear tags`);
  });

  test('what bears none, another or the same twice is found, wherever it stands', () => {
    const places = [
      ['type Odd { field: Int }', ['Odd.field']],
      ['type Odd { field: Int @tag(name: "partner") }', ['Odd.field']],
      ['type Odd { field(of: Int): Int @tag(name: "sync") }', ['Odd.field(of:)']],
      ['interface Odd { field: Int @tag(name: "sync") @tag(name: "sync") }', ['Odd.field']],
      ['extend input AccountFilter { field: Int }', ['AccountFilter.field']],
      ['enum Odd { ONE @tag(name: "sync") OTHER }', ['Odd.OTHER']],
      ['scalar Odd', ['Odd']],
      ['enum Odd @tag(name: "sync") { ONE OTHER }', []],
    ];
    for (const [sdl, found] of places) assert.deepEqual(faults(tagsOf(`${OURS}\n${sdl}`)), found, sdl);
  });

  test('what people of the portal may use, administrators may use too', () => {
    const ofPortal = [...tags].filter(([, names]) => names.includes('portal'));
    assert.ok(ofPortal.length > 300);
    assert.deepEqual(
      ofPortal.filter(([, names]) => !names.includes('admin')).map(([place]) => place),
      [],
    );
  });

  for (const mutation of mutations) {
    const guard = guardOf(mutation);
    test(`${mutation.name.value} bears those of its guard, @${guard}`, () => {
      assert.deepEqual(tags.get(`Mutation.${mutation.name.value}`), CONTRACTS_OF[guard]);
    });
  }

  test('reach gateways: the supergraph bears the same', () => {
    const { supergraphSdl } = apollo.composeServices(subgraphs());
    const composed = tagsOf(supergraphSdl);
    assert.deepEqual(
      [...tags].filter(([place, names]) => String(composed.get(place)) !== String(names)).map(([place]) => place),
      [],
    );
  });

  function faults(of) {
    return [...of]
      .filter(
        ([, names]) =>
          names.length === 0 || new Set(names).size < names.length || names.some((name) => !(name in CONTRACTS)),
      )
      .map(([place]) => place);
  }
});

const whole = buildSchema(`${OURS}\ntype Mutation`, { assumeValidSDL: true });

for (const name of NAMES) {
  describe(`the contract ${name}`, () => {
    const alone = buildSchema(composeContract(name, [ours()]).apiSdl);
    const schema = buildSchema(composeContract(name, subgraphs()).apiSdl);
    const own = mutations.filter((mutation) => CONTRACTS_OF[guardOf(mutation)].includes(name));

    test('has exactly its mutations, with another subgraph beside ours and without one', () => {
      assert.ok(own.length >= 5);
      for (const one of [alone, schema]) {
        assert.deepEqual(
          Object.keys(one.getMutationType().getFields()).sort(),
          own.map((mutation) => mutation.name.value).sort(),
        );
      }
    });

    test('has no type that nothing leads to, and no directive that nothing bears', () => {
      for (const of of [[ours()], subgraphs()]) {
        const { apiSdl } = composeContract(name, of);
        const borne = new Set();
        visit(parse(apiSdl), { Directive: (node) => void borne.add(node.name.value) });
        const one = buildSchema(apiSdl);
        const directives = one.getDirectives().filter((directive) => !specifiedDirectives.includes(directive));
        assert.deepEqual(
          directives.filter((directive) => !borne.has(directive.name)),
          [],
        );
        const roots = { query: one.getQueryType(), mutation: one.getMutationType(), directives };
        const reached = new GraphQLSchema(roots).getTypeMap();
        assert.deepEqual(
          Object.keys(one.getTypeMap()).filter((type) => !(type in reached)),
          [],
        );
      }
    });

    test('takes all that its mutations take', () => {
      for (const mutation of own) {
        const [one] = alone.getMutationType().getFields()[mutation.name.value].args;
        const [other] = whole.getMutationType().getFields()[mutation.name.value].args;
        assert.deepEqual(inputsOf(one.type), inputsOf(other.type));
      }
    });

    test('answers all that only its callers are answered: of each payload every field', () => {
      for (const mutation of own) {
        const [one, other] = [alone, whole].map((it) =>
          Object.keys(getNamedType(it.getMutationType().getFields()[mutation.name.value].type).getFields()).sort(),
        );
        assert.deepEqual(one, other);
      }
    });

    test('is printed by a command, the same each time, and nothing besides', () => {
      const [first, second] = [contract(name), contract(name)];
      assert.deepEqual([first.status, first.stderr], [0, '']);
      assert.equal(first.stdout, composeContract(name, [ours()]).apiSdl);
      assert.equal(second.stdout, first.stdout);
    });

    test('is printed for a gateway where that is asked for', () => {
      const { status, stdout, stderr } = contract(name, '--supergraph');
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /@join__graph\(name: "reseller-accounts"/);
      assert.equal(parse(stdout).kind, Kind.DOCUMENT);
    });
  });
}

test('the command says how it is used: on stdout where it is asked, else on stderr with exit code 2', () => {
  const { status, stdout, stderr } = contract('--help');
  assert.deepEqual([status, stderr], [0, '']);
  for (const name of NAMES) assert.ok(stdout.includes(`${name.padEnd(14)}${CONTRACTS[name]}`), name);
  for (const wrong of [[], ['partner'], ['toString'], ['sync', 'admin'], ['sync', '--supergraf']]) {
    assert.deepEqual(contract(...wrong), { status: 2, stdout: '', stderr: stdout });
  }
});

/** What stands in JSON under a name that a field has as well. */
const KEYS_IN_JSON = ['moveTo'];

test("no description in the contract sync speaks of what is people's", () => {
  const { apiSdl } = composeContract('sync', [ours()]);
  const [all, own] = [namesIn(OURS), namesIn(apiSdl)];
  assert.ok([...all].filter((name) => !own.has(name)).length > 100);
  const ofOthers = (text) => [...(text.match(/\w+/g) ?? [])].filter((word) => all.has(word) && !own.has(word));
  assert.deepEqual(ofOthers('By `updatedAt`, or changeSubscription: CUSTOM_FIELDS, never STATUS or customers'), [
    ...['updatedAt', 'changeSubscription', 'CUSTOM_FIELDS'],
  ]);
  const found = [];
  visit(parse(apiSdl), {
    enter: ({ description }) =>
      void found.push(...ofOthers(description?.value ?? '').filter((word) => !KEYS_IN_JSON.includes(word))),
  });
  assert.deepEqual(found, []);
});

/** The names in a schema that nobody writes for another word: several words in one. */
function namesIn(sdl) {
  const names = new Set();
  visit(parse(sdl), { Name: ({ value }) => void (/[a-z][A-Z]|[A-Z]_[A-Z]/.test(value) && names.add(value)) });
  return names;
}

describe('operations that are there', () => {
  const faultsOf = (name, document) =>
    validate(buildSchema(composeContract(name, subgraphs()).apiSdl), parse(document)).length;

  test("those of the sync client are sound by the contract sync, and people's is not", () => {
    assert.equal(faultsOf('sync', SYNC_OPERATIONS), 0);
    assert.ok(faultsOf('portal', SYNC_OPERATIONS) > 0);
  });

  test('that of the portal is sound by the contracts portal and admin, and by the sync no more', () => {
    assert.deepEqual([faultsOf('portal', EVERYTHING), faultsOf('admin', EVERYTHING)], [0, 0]);
    assert.ok(faultsOf('sync', EVERYTHING) > 0);
  });
});

/** What can be sent below a type: every input with its fields and their types. */
function inputsOf(type, inputs = {}) {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || named.name in inputs) return inputs;
  const fields = Object.values(named.getFields());
  inputs[named.name] = fields.map((field) => `${field.name}: ${field.type}`).sort();
  for (const field of fields) inputsOf(field.type, inputs);
  return inputs;
}

function contract(...args) {
  const program = fileURLToPath(new URL('../contract.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
