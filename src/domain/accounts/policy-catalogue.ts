import { type Caller, PERSON_KINDS } from '../caller';
import type { Keywords } from '../input-limits';
import type { Locale } from '../message';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS, type AccountAction } from '../vocabulary';
import { ACTION_HELP } from '../words/action-help';
import { ENUM_WORDS } from '../words/enum-words';
import { FIELD_HELP } from '../words/field-help';
import { type InputPlace, inputWords } from '../words/input-words';
import { MUTATION_WORDS } from '../words/mutation-words';
import { inEachLocale, labelled, type Worded, type Words, wordedAs, wordsIn } from '../words/words';
import { EDIT_INPUTS } from './account-edit';
import { FIELDS, propertyOf } from './account-fields';
import { ACTIONS, actionConditions, fieldConditions } from './account-policy';

/** Whom a mutation lets through, or whether it may be done to a managed account. */
export const MUTATION_GUARDS = [
  'ALLOWED_ON_MANAGED_ACCOUNT',
  'BLOCKED_ON_MANAGED_ACCOUNT',
  'RESELLER_SYNC',
  'ADMINISTRATOR',
] as const satisfies MutationGuard['kind'][];

/** What the directive of a mutation says of its guard. */
export type MutationGuard =
  | {
      readonly mutation: string;
      readonly kind: 'ALLOWED_ON_MANAGED_ACCOUNT' | 'BLOCKED_ON_MANAGED_ACCOUNT';
      readonly action: AccountAction;
      /** Where the account's id stands in the arguments, e.g. ['input', 'accountId']. */
      readonly accountPath: readonly string[];
    }
  | { readonly mutation: string; readonly kind: 'RESELLER_SYNC' | 'ADMINISTRATOR' };

/** The callers that each guard lets through, of which a guard of people asks for access besides. */
export const GUARD_CALLERS = {
  ALLOWED_ON_MANAGED_ACCOUNT: PERSON_KINDS,
  BLOCKED_ON_MANAGED_ACCOUNT: PERSON_KINDS,
  RESELLER_SYNC: ['RESELLER_SYNC'],
  ADMINISTRATOR: ['ADMINISTRATOR'],
} as const satisfies Record<MutationGuard['kind'], readonly Caller['kind'][]>;

type LetThrough<Kind extends MutationGuard['kind']> = Extract<
  Caller,
  { readonly kind: (typeof GUARD_CALLERS)[Kind][number] }
>;

export function letsThrough<Kind extends MutationGuard['kind']>(
  guard: Kind,
  caller: Caller,
): caller is LetThrough<Kind> {
  const kinds: readonly Caller['kind'][] = GUARD_CALLERS[guard];
  return kinds.includes(caller.kind);
}

/** The guards that let the caller through. */
export function powersOf(caller: Caller): MutationGuard['kind'][] {
  return MUTATION_GUARDS.filter((guard) => letsThrough(guard, caller));
}

/** The mutation that an edit of an account is, whose values change fields (S15). */
const EDIT_MUTATION = 'updateAccount';

function inputFieldsOf(mutation: string) {
  const inputs = mutation === EDIT_MUTATION ? Object.entries(EDIT_INPUTS) : [];
  return inputs.map(([name, field]) => ({ path: ['input', name], field }));
}

/** The rules as data (S23), as `accountPolicy` answers them. */
export type PolicyCatalogue = ReturnType<typeof policyCatalogue>;
export type PolicyCatalogues = Readonly<Record<Locale, PolicyCatalogue>>;

/** What is told of the contract beside its actions and fields. */
export interface ToldContract {
  /** What can be sent to each mutation. */
  readonly inputs: Readonly<Record<string, readonly InputPlace[]>>;
  /** The values of each enum. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** What the input of a mutation must be, made when it is first asked for. */
  readonly inputSchemaOf: (mutation: string) => Keywords;
}

/** The catalogue in each language. Made once, and the same objects for whoever asks. */
export function policyCatalogues(guards: readonly MutationGuard[], contract: ToldContract): PolicyCatalogues {
  return inEachLocale((locale) => policyCatalogue(guards, contract, locale));
}

/** Reads the catalogue off the policy table, the guards that are bound, what inputs are read with and the words for it all. */
function policyCatalogue(
  guards: readonly MutationGuard[],
  { inputs, enums, inputSchemaOf }: ToldContract,
  locale: Locale,
) {
  const inputFields = new Map(Object.entries(EDIT_INPUTS).map(([name, field]) => [field, name]));
  return {
    actions: ACCOUNT_ACTIONS.map((action) => ({
      action,
      ...actionWords(action, locale),
      allowedOnManagedAccount: ACTIONS[action].whenManaged,
      minimumAccess: ACTIONS[action].access,
      mutations: guards.filter((guard) => 'action' in guard && guard.action === action).map(({ mutation }) => mutation),
      conditions: actionConditions(action),
    })),
    fields: ACCOUNT_FIELDS.map((field) => ({
      field,
      ...valueWords('AccountField', field, locale),
      accountField: FIELDS[field].accountField,
      inputField: inputFields.get(field) ?? null,
      lockedOnManagedAccount: FIELDS[field].whenManaged,
      conditions: fieldConditions(field),
    })),
    mutations: guards.map((guard) => ({
      mutation: guard.mutation,
      guard: guard.kind,
      action: 'action' in guard ? guard.action : null,
      accountPath: 'action' in guard ? guard.accountPath.join('.') : null,
      callers: GUARD_CALLERS[guard.kind],
      inputFields: inputFieldsOf(guard.mutation),
      ...wordsIn(locale, wordedAs(MUTATION_WORDS, guard.mutation)),
      labels: (inputs[guard.mutation] ?? []).map((place) => ({ path: place.path, ...inputWords(place, locale) })),
      inputSchema: () => inputSchemaOf(guard.mutation),
    })),
    enums: Object.keys(enums)
      .sort()
      .map((name) => ({
        enum: name,
        values: (enums[name] ?? []).map((value) => ({ value, ...valueWords(name, value, locale) })),
      })),
  };
}

/** Words for every value of every enum; graphql/vocabulary-check.ts sees that none is missing. */
export const VALUE_WORDS = {
  ...ENUM_WORDS,
  AccountAction: labelled(ACTION_HELP, (action) => `action.${action}`),
  AccountField: labelled(FIELD_HELP, propertyOf),
} as const;

function actionWords(action: AccountAction, locale: Locale) {
  const { label, help: description } = valueWords('AccountAction', action, locale);
  return { label, description };
}

function valueWords(name: string, value: string, locale: Locale): Words {
  const enums: Readonly<Record<string, Readonly<Record<string, Worded>>>> = VALUE_WORDS;
  return wordsIn(locale, wordedAs(wordedAs(enums, name), value, `${name}.${value}`));
}
