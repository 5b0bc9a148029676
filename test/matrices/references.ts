import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What an id in the input of a mutation is of. A name that does not stand here fails the test: say what it names. */
export const NAMED: Readonly<Record<string, 'ACCOUNT' | 'NEW_ACCOUNT' | 'SOURCE_ACCOUNT' | 'RESELLER' | 'OTHER'>> = {
  accountId: 'ACCOUNT',
  parentId: 'ACCOUNT',
  billToId: 'ACCOUNT',
  id: 'NEW_ACCOUNT',
  sourceAccountId: 'SOURCE_ACCOUNT',
  accountIds: 'ACCOUNT',
  tenantResellerId: 'RESELLER',
  toTenantResellerId: 'RESELLER',
  subscriptionId: 'OTHER',
  subscriptionIds: 'OTHER',
  sourceSubscriptionId: 'OTHER',
  contactId: 'OTHER',
  relationId: 'OTHER',
  invoiceId: 'OTHER',
  invoiceLineId: 'OTHER',
  priceListId: 'OTHER',
  targetId: 'OTHER',
  permissionRuleId: 'OTHER',
  principalId: 'OTHER',
  responsibleUserId: 'OTHER',
};

/** An id in the input of a mutation: `['accounts', '0', 'accountId']`. */
export interface Reference {
  readonly mutation: string;
  readonly path: readonly string[];
  readonly field: string;
}

/** Every id that any mutation takes, found by walking the schema. */
export function referencesOf(schema: GraphQLSchema): Reference[] {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return mutations.flatMap(({ name, args }) =>
    args.flatMap((argument) =>
      idsIn(argument.type, argument.name === 'input' ? [] : [argument.name]).map((path) => ({
        mutation: name,
        path,
        field: path.filter((part) => part !== '0').at(-1) ?? '',
      })),
    ),
  );
}

function idsIn(type: GraphQLInputType, path: readonly string[]): string[][] {
  if (isNonNullType(type)) return idsIn(type.ofType, path);
  if (isListType(type)) return idsIn(type.ofType, [...path, '0']);
  if (getNamedType(type).name === 'ID') return [[...path]];
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => idsIn(field.type, [...path, field.name]));
}

/** The input with another id at the path; what is not there is made. */
export function withId(input: unknown, [first, ...rest]: readonly string[], id: string): unknown {
  if (first === undefined) return id;
  if (first === '0') {
    const [item, ...items] = Array.isArray(input) ? input : [{}];
    return [withId(item, rest, id), ...items];
  }
  const object = (input ?? {}) as Record<string, unknown>;
  return { ...object, [first]: withId(object[first], rest, id) };
}
