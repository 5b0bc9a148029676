import type { Caller } from '../../src/domain/caller';
import { sampleOf } from '../graphql/sample-input';
import { aCustomer, admin, aPaidSubscription } from '../support/resellers';
import { aUser } from '../support/world';
import { ADMINISTRATORS, ATTEMPTS, SYNCS } from './attempts';
import { aReferenceWorld, type ReferenceWorld } from './reference-world';
import { NAMED, type Reference, referencesOf, withId } from './references';
import { runTogether } from './ways';

/**
 * A31, S14, S20, S25: every mutation, with an account of every kind wherever it names one. Whatever comes of it, nothing in
 * the whole database stands against the rules afterwards (persistence/integrity/account-references.ts).
 */
let at: ReferenceWorld;
let attempts = 0;
/** The references at which some account was taken. */
const taken = new Set<string>();

beforeAll(async () => {
  at = await aReferenceWorld();
});
afterAll(async () => {
  console.info(`references: ${attempts} attempts, ${taken.size} places at which an account was taken`);
  await at.world.close();
});

const anna = aUser('anna');
const KINDS = [
  ...['own', 'own, billed to Alpha', 'own, billed to itself', 'own, suspended', 'own, deleted', 'own, hidden'],
  ...['own, with a customer', 'own, with a branch', "Alpha's", "Alpha's, transferred", "Alpha's, deleted"],
  ...[
    "Alpha's, ended",
    "Alpha's, announced",
    "Alpha's, hidden",
    "Beta's",
    "Alpha's own",
    "Beta's own",
    "Gamma's own",
    'unknown',
  ],
];
/** What nobody else may be billed to or below, and what no caller may name. */
const isRefused = (kind: string) => /^(Alpha|Beta)'s($|,)|deleted|unknown/.test(kind);

/** What a mutation is called with beside its ids, where a sample of its type would be refused for other reasons. */
const LINES = [{ description: 'Work', quantity: '1', unitPrice: '10' }];
const INPUTS: Readonly<Record<string, () => Record<string, unknown>>> = {
  createAccount: () => ({ name: 'New', currency: 'EUR', id: undefined }),
  createInvoice: () => ({ lines: LINES }),
  createTenantReseller: () => ({ name: 'New', currency: 'EUR', separateInvoices: false }),
  transferAccounts: () => ({ tenantResellerId: at.setup.alpha.id, accounts: [{ sourceAccountId: 'handed' }] }),
  announceMove: () => ({ toTenantResellerId: at.gamma.id, accounts: [{ sourceAccountId: 'moves' }] }),
  recordPaidSubscription: () => ({ customer: aCustomer('fresh'), subscription: aPaidSubscription() }),
  syncCustomers: () => ({ items: [{ customer: aCustomer('fresh'), paidSubscriptions: [aPaidSubscription()] }] }),
  cancelPaidSubscription: () => ({ sourceSubscriptionId: 's-1', endDate: '2026-12-31' }),
  deleteManagedAccount: () => ({ sourceVersion: '9' }),
};

function inputOf(mutation: string): Record<string, unknown> {
  const argument = at.world.subgraph.schema.getMutationType()?.getFields()[mutation]?.args[0];
  if (!argument) throw new Error(`There is no mutation ${mutation} with an input`);
  const sample = sampleOf(argument.type) as Record<string, unknown>;
  return { ...sample, ...ATTEMPTS[mutation]?.input(at.below), ...INPUTS[mutation]?.() };
}

/** Tries it, tells whether it was taken, and asks the whole database. */
async function attempt(caller: Caller, mutation: string, input: unknown): Promise<boolean> {
  const payload = SELECTED[mutation] ?? 'userErrors { code }';
  const sent = { mutation, input: input as Record<string, unknown>, selection: payload };
  const [came] = await runTogether(at.world, caller, [sent]);
  attempts += 1;
  expect(came?.errors).toEqual([]);
  const { userErrors, results = [] } = came?.payload ?? {};
  const refused = [...userErrors, ...results.flatMap(errorsOf)];
  const faults = await at.faults();
  if (faults.length > 0) await at.restore();
  expect({ mutation, input, faults }).toEqual({ mutation, input, faults: [] });
  if (refused.length > 0) return false;
  await at.restore();
  return true;
}
const SELECTED: Readonly<Record<string, string>> = {
  transferAccounts: 'results { userErrors { code } }',
  syncCustomers: 'results { userErrors { code } }',
  releaseAccounts: 'results { userErrors { code } }',
  announceMove: 'results { userErrors { code } }',
  completeMove: 'results { userErrors { code } }',
  withdrawMove: 'results { userErrors { code } }',
};
const errorsOf = (result: { userErrors: unknown[] }) => result.userErrors;

const idOf = (kind: string) => at.accounts[kind] ?? '';
const pathOf = ({ mutation, path }: Reference) => `${mutation} ${path.join('.')}`;
const refs = () => referencesOf(at.world.subgraph.schema);
const of = (mutation: string, what: string) =>
  refs().filter((one) => one.mutation === mutation && NAMED[one.field] === what);
const callersOf = (mutation: string, kind: string) =>
  ADMINISTRATORS.includes(mutation) || !kind.includes('hidden') ? [admin] : [admin, anna];

test('every id in the input of a mutation is known: an account or something else', () => {
  const unknown = refs().filter(({ field }) => !(field in NAMED));
  expect(unknown.map(pathOf)).toEqual([]);
  const inSchema = new Set(refs().map(({ mutation }) => mutation));
  const known = [...Object.keys(ATTEMPTS), ...ADMINISTRATORS, ...SYNCS];
  expect([...inSchema].filter((mutation) => !known.includes(mutation))).toEqual([]);
});

test('the world that is tried on stands against no rule', async () => {
  expect(await at.faults()).toEqual([]);
  expect(Object.keys(at.accounts).sort()).toEqual([...KINDS].sort());
});

describe.each([...Object.keys(ATTEMPTS), ...ADMINISTRATORS])('%s', (mutation) => {
  test('with each kind of account at each of its accounts', async () => {
    const accounts = of(mutation, 'ACCOUNT');
    const acted = accounts.find(({ field }) => field === 'accountId' || field === 'accountIds');
    for (const kind of KINDS) {
      for (const caller of callersOf(mutation, kind)) {
        if (acted && (await attempt(caller, mutation, withId(inputOf(mutation), acted.path, idOf(kind))))) {
          taken.add(pathOf(acted));
        }
        for (const ref of accounts.filter((one) => one !== acted)) {
          for (const subject of acted ? SUBJECTS.filter((one) => one !== kind) : [null]) {
            const named = withId(inputOf(mutation), ref.path, idOf(kind));
            const input = acted && subject ? withId(named, acted.path, idOf(subject)) : named;
            const wasTaken = await attempt(caller, mutation, input);
            const mustNot = isRefused(kind) || (kind.includes('hidden') && caller === anna) || isNobodys(subject, ref);
            if (mustNot) expect({ ref, kind, subject, wasTaken }).toEqual({ ref, kind, subject, wasTaken: false });
            if (wasTaken) taken.add(pathOf(ref));
          }
        }
      }
    }
  });
});

/** The accounts that each kind is named on: those that may name one, and those that may not. */
const SUBJECTS = [
  ...['own', 'own, billed to Alpha', 'own, with a customer', 'own, with a branch'],
  ...["Alpha's", "Alpha's, transferred", "Beta's own", "Gamma's own"],
];
/** S25: nobody else pays for a reseller's own account, whoever is named. */
const isNobodys = (subject: string | null, { field }: Reference) =>
  /'s own$/.test(subject ?? '') && field === 'billToId';

describe('transferAccounts', () => {
  test('of each kind of account to each reseller', async () => {
    const [acted] = of('transferAccounts', 'ACCOUNT');
    for (const { id, accountId } of [at.setup.alpha, at.setup.beta, at.gamma]) {
      for (const kind of KINDS) {
        // As if it were billed there, where it may be.
        await at.world.mutate(admin, 'updateAccount', { accountId: idOf(kind), billToId: accountId });
        const input = { ...inputOf('transferAccounts'), tenantResellerId: id };
        await attempt(admin, 'transferAccounts', withId(input, acted?.path ?? [], idOf(kind)));
        await at.restore();
      }
    }
  });
});

describe.each(SYNCS)('%s', (mutation) => {
  test('with each id as the source id, by each sync', async () => {
    const [ref] = of(mutation, 'SOURCE_ACCOUNT');
    const { alpha, beta } = at.setup;
    for (const { sync } of [alpha, beta, at.gamma]) {
      for (const source of ['c-1', 'c-2', 't-1', 'fresh', alpha.accountId, idOf('own'), idOf("Alpha's")]) {
        if (await attempt(sync, mutation, withId(inputOf(mutation), ref?.path ?? [], source)))
          taken.add(pathOf(ref as Reference));
      }
    }
  });
});

test('at each place some account was taken: no refusal is for something else', () => {
  const places = refs().filter(
    ({ mutation, field }) =>
      NAMED[field] === 'ACCOUNT' || (NAMED[field] === 'SOURCE_ACCOUNT' && SYNCS.includes(mutation)),
  );
  expect(places.map(pathOf).filter((place) => !taken.has(place))).toEqual([]);
});
