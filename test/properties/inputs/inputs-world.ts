import { isObjectType } from 'graphql';
import type { Caller } from '../../../src/domain/caller';
import { aContact } from '../../support/contacts';
import { admin, anOwnAccount, aReseller, setUpResellers } from '../../support/resellers';
import { type Answer, createWorld, type World } from '../../support/world';
import { contextsOf, type Node, type Path, sample, withAt } from './schemas';

export interface Mutation {
  readonly name: string;
  readonly schema: Node;
  readonly caller: Caller;
  /** An input that fits, of the least that must be there, about what is here. */
  readonly base: unknown;
}

export interface Refusal {
  readonly code: string;
  readonly path: readonly string[];
  readonly messageKey: string;
}

/** What became of an input: turned away before anything read it, or refused, or taken. */
export interface Fate {
  readonly isMalformed: boolean;
  readonly refusals: readonly Refusal[];
}

export interface InputsWorld {
  readonly world: World;
  readonly mutations: readonly Mutation[];
  send(mutation: Mutation, input: unknown): Promise<Fate>;
}

/** A database of its own, and every mutation with what is here for it. */
export async function createInputsWorld(): Promise<InputsWorld> {
  const world = await createWorld();
  const { alpha, beta } = await setUpResellers(world);
  const changing = await aReseller(world, { name: 'Changing', currency: 'EUR', separateInvoices: true });
  const accountId = await anOwnAccount(world);
  const contactId = await aContact(world, accountId, { lastName: 'Anders' }, admin);
  const lines = [{ description: 'By hand', quantity: '1', unitPrice: '100' }];
  const byHand = await world.mutate(admin, 'createInvoice', { accountId, lines }, 'invoice { id }');
  const fresh = await anOwnAccount(world);
  for (const type of ['TEXT', 'NUMBER', 'BOOLEAN']) {
    const code = typeof SCALARS[type as keyof typeof SCALARS];
    const { userErrors } = await world.mutate(admin, 'saveCustomFieldDefinition', {
      code,
      label: code,
      type,
      required: false,
    });
    expect(userErrors).toEqual([]);
  }
  const here: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    ...{ updateAccount: { accountId: fresh }, deleteAccount: { accountId: await anOwnAccount(world) } },
    ...{ createCreditNote: { accountId, invoiceId: byHand.invoice.id } },
    ...{ updateContact: { accountId, contactId }, removeContact: { accountId } },
    ...{
      updateTenantReseller: { tenantResellerId: changing.id },
      activateBackOrdering: { tenantResellerId: changing.id },
    },
    ...{ transferAccounts: { tenantResellerId: alpha.id }, announceMove: { toTenantResellerId: beta.id } },
  };
  const { accountPolicy } = await world.ask(admin, '{ accountPolicy { mutations { mutation guard inputSchema } } }');
  const mutations = accountPolicy.mutations.map(({ mutation, guard, inputSchema }: Told): Mutation => {
    const least = sample(inputSchema) as Readonly<Record<string, unknown>>;
    const own = { ...(inputSchema.required?.includes('accountId') ? { accountId } : {}), ...here[mutation] };
    const dryRun = inputSchema.properties?.dryRun ? { dryRun: true } : {};
    const caller = guard === 'RESELLER_SYNC' ? alpha.sync : admin;
    return { name: mutation, schema: inputSchema, caller, base: { ...least, ...own, ...dryRun } };
  });
  return {
    world,
    mutations,
    send: async ({ name, caller }, input) => fateOf(await world.run(caller, queryOf(world, name), { input })),
  };
}

const SCALARS = { TEXT: '', NUMBER: 0, BOOLEAN: false };

interface Told {
  readonly mutation: string;
  readonly guard: string;
  readonly inputSchema: Node;
}

function queryOf({ subgraph: { schema } }: World, name: string): string {
  const field = schema.getMutationType()?.getFields()[name];
  const payload = field?.type;
  const errors = 'userErrors { code path messageKey }';
  const results = isObjectType(payload) && payload.getFields().results ? `results { ${errors} }` : '';
  return `mutation ($input: ${field?.args[0]?.type}) { made: ${name}(input: $input) { ${errors} ${results} } }`;
}

function fateOf({ data, errors = [] }: Answer): Fate {
  if (errors.some(({ extensions }) => extensions.code !== 'BAD_USER_INPUT')) throw new Error(JSON.stringify(errors));
  if (errors.length > 0) return { isMalformed: true, refusals: [] };
  const { userErrors, results = [] } = data.made;
  return { isMalformed: false, refusals: [userErrors, ...results.map((one: Answer['data']) => one.userErrors)].flat() };
}

/** Inputs of a mutation in which this stands at the path and everything else fits. */
export function inputsWith({ name, schema, base }: Mutation, path: Path, fitting: unknown, placed: unknown): unknown[] {
  return contextsOf(schema, base, path, fitting).map((input) =>
    withItsField(name, path, withAt(schema, input, path, placed)),
  );
}

/** A value of a custom field is of the field's type: here each type has a field that is called like it. */
function withItsField(name: string, path: Path, input: unknown): unknown {
  return path.includes('customFields') && path.at(-1) !== 'code' ? withItsFields(name, input) : input;
}

export function withItsFields(name: string, input: unknown): unknown {
  const sent = input as { readonly customFields?: unknown } | null;
  if (!['createAccount', 'updateAccount'].includes(name) || !Array.isArray(sent?.customFields)) return input;
  const customFields = sent.customFields.map((one) => {
    if (typeof one !== 'object' || one === null || typeof one.code !== 'string') return one;
    const code = typeof one.value;
    return { ...one, code: Object.values(SCALARS).some((value) => typeof value === code) ? code : 'string' };
  });
  return { ...sent, customFields };
}

/** Where the server tells of it: the values of custom fields by their codes. */
export function toldAt(input: unknown, path: Path): string {
  const [first, index] = path;
  if (first !== 'customFields' || path[2] !== 'value') return ['input', ...path].join('.');
  const { customFields } = input as { readonly customFields: readonly { readonly code: string }[] };
  return `input.customFields.${customFields[Number(index)]?.code}`;
}

/** What one value says of another, or what is recorded says of it: no limit of one value. */
const OF_OTHERS: readonly (readonly [messageKey: string, at: RegExp])[] = [
  ['input.earlierThan', /(subscription|paidSubscriptions\.\d+)\.(start|end)Date$/],
  ['input.notTheStart', /quantities\.0\.from$/],
  ['input.notAscending', /quantities\.\d+\.from$/],
  ['input.optionTwice', /synchronizationOptions$/],
  ['input.grantTwice', /grants$/],
  ['input.priceTwice', /prices$/],
  ['input.listedTwice', /prices$/],
  ['input.namedTwice', /(customFields\.\w*|lines\.\d+\.amount)$/],
  ['input.choice', /defaultValue$/],
  ['input.pastPriceAdded', /prices\.\d+$/],
  ['input.notDueYet', /asOf$/],
  ['input.idTaken', /input\.id$/],
  // One account takes so many systems; a long run asks for more.
  ['input.optionsFull', /^synchronizeAccount input\.systemCode$/],
  // Of one account any two letters may be stored, which only that account may be sent back.
  ['input.country', /^updateAccount input\.billingAddress\.country$/],
];

/** What is refused for one value alone; that the whole is malformed is told as such. */
export function shapeRefusals(mutation: string, { isMalformed, refusals }: Fate): readonly string[] {
  const told = refusals
    .filter(({ code }) => code === 'INVALID_INPUT')
    .filter(
      ({ path, messageKey }) =>
        !OF_OTHERS.some(([key, at]) => key === messageKey && at.test(`${mutation} ${path.join('.')}`)),
    )
    .map(({ path, messageKey }) => `${messageKey} at ${path.join('.')}`);
  return isMalformed ? ['malformed'] : told;
}
