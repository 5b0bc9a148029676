import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLField,
  GraphQLID,
  type GraphQLSchema,
  getDirectiveValues,
  getNullableType,
  isInputObjectType,
  Kind,
} from 'graphql';
import { EDIT_INPUTS } from '../../domain/accounts/account-edit';
import { FIELDS } from '../../domain/accounts/account-fields';
import { ACTIONS } from '../../domain/accounts/account-policy';
import type { MutationGuard } from '../../domain/accounts/policy-catalogue';
import type { AccountAction, AccountField } from '../../domain/vocabulary';

const DIRECTIVES = {
  allowedOnManagedAccount: 'ALLOWED_ON_MANAGED_ACCOUNT',
  blockedOnManagedAccount: 'BLOCKED_ON_MANAGED_ACCOUNT',
  resellerSync: 'RESELLER_SYNC',
  administrator: 'ADMINISTRATOR',
} as const;

/** The schema and the policy disagree, or a mutation is unguarded: the server must not start (S22). */
export class UnguardedSchemaError extends Error {
  override readonly name = 'UnguardedSchemaError';
  constructor(readonly faults: readonly string[]) {
    super(`The schema's guards do not hold:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

/** Reads each mutation's guard; throws without one or against the policy (test/graphql/guards/start-guard.test.ts). */
export function readMutationGuards(schema: GraphQLSchema): MutationGuard[] {
  const faults: string[] = [];
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const guards = mutations.flatMap((field) => {
    const guard = guardOf(schema, field, faults);
    return guard ? [guard] : [];
  });
  faults.push(...lockFaults(schema));
  if (faults.length > 0) throw new UnguardedSchemaError(faults);
  return guards;
}

function guardOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, faults: string[]): MutationGuard | null {
  const declared = (Object.keys(DIRECTIVES) as (keyof typeof DIRECTIVES)[]).flatMap((name) => {
    const definition = schema.getDirective(name);
    const values = definition && field.astNode && getDirectiveValues(definition, field.astNode);
    return values ? [{ kind: DIRECTIVES[name], values }] : [];
  });
  const [only, ...others] = declared;
  if (!only || others.length > 0) {
    faults.push(`Mutation.${field.name} must have exactly one guard directive and has ${declared.length}`);
    return null;
  }
  const { kind, values } = only;
  if (kind === 'RESELLER_SYNC' || kind === 'ADMINISTRATOR') return { mutation: field.name, kind };
  const action = values.action as AccountAction;
  const accountPath = String(values.account).split('.');
  const rule = ACTIONS[action];
  if (!rule) {
    faults.push(`Mutation.${field.name} names the action ${action}, which the policy does not know`);
  } else if (rule.whenManaged !== (kind === 'ALLOWED_ON_MANAGED_ACCOUNT')) {
    faults.push(`Mutation.${field.name} is declared ${kind}, but the policy says otherwise of ${action}`);
  }
  if (!leadsToAnId(field, accountPath)) {
    faults.push(`Mutation.${field.name} has no argument ${accountPath.join('.')} for its guard`);
  }
  return { mutation: field.name, kind, action, accountPath };
}

function leadsToAnId(field: GraphQLField<unknown, unknown>, [argument, ...path]: readonly string[]): boolean {
  let type = getNullableType(field.args.find((one) => one.name === argument)?.type);
  for (const name of path) {
    type = isInputObjectType(type) ? getNullableType(type.getFields()[name]?.type) : undefined;
  }
  return type === GraphQLID;
}

/** A field of an edit says in the schema what the policy says of it (test/graphql/guards/start-guard.test.ts). */
function lockFaults(schema: GraphQLSchema): string[] {
  const type = schema.getType('UpdateAccountInput');
  const definition = schema.getDirective('lockedOnManagedAccount');
  if (!type || !('getFields' in type) || !definition) return ['UpdateAccountInput and its lock directive are missing'];
  const fields = type.getFields();
  return Object.entries(EDIT_INPUTS).flatMap(([name, field]) => {
    const node = fields[name]?.astNode;
    if (!node) return [`UpdateAccountInput.${name} is missing`];
    const declared = (getDirectiveValues(definition, node as never)?.field ?? null) as AccountField | null;
    const expected = FIELDS[field].whenManaged ? field : null;
    return declared === expected
      ? []
      : [`UpdateAccountInput.${name} must be locked as ${expected}, not as ${declared}`];
  });
}

/**
 * The sentence at the end of a mutation's description: introspection shows no directives. Null where the directives say
 * nothing that can be one, which readMutationGuards refuses.
 */
export function guardSentence({ directives = [] }: FieldDefinitionNode): string | null {
  for (const directive of directives) {
    const name = directive.name.value;
    if (!Object.hasOwn(DIRECTIVES, name)) continue;
    const kind = DIRECTIVES[name as keyof typeof DIRECTIVES];
    if (kind === 'RESELLER_SYNC') return "Guard: only a tenant reseller's sync service, for its own customers.";
    if (kind === 'ADMINISTRATOR') return 'Guard: only an administrator of the distributor.';
    const action = actionOf(directive);
    if (action === null) return null;
    const said = kind === 'ALLOWED_ON_MANAGED_ACCOUNT' ? 'allowed' : 'refused';
    return `Guard: action ${action}, ${ACTIONS[action].access} access; ${said} on managed accounts.`;
  }
  return null;
}

function actionOf(directive: ConstDirectiveNode): AccountAction | null {
  const value = directive.arguments?.find((argument) => argument.name.value === 'action')?.value;
  if (value?.kind !== Kind.ENUM || !Object.hasOwn(ACTIONS, value.value)) return null;
  return value.value as AccountAction;
}
