import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isObjectType,
  Kind,
} from 'graphql';
import { canonicalId } from '../../domain/identifiers';
import { fieldsBelow } from '../executor/fields-below';
import { type BelowArguments, LISTS_BELOW, readBelow } from '../lists/below-accounts';
import type { RequestContext } from '../request/context';

/**
 * Begins to read what the operation wants of what lies below an account, together with the account itself and not after
 * it. Only where the account is all that the operation asks for: so it is no more than one account's lists, far below what
 * a request may ask for, and it is counted when it is answered. A hidden account has nothing below it here, like one that
 * is unknown, and costs the same.
 */
export function readAhead(context: RequestContext, id: string, info: GraphQLResolveInfo): void {
  const account = canonicalId(id);
  const [only, ...others] = info.operation.selectionSet.selections;
  if (account === null || only?.kind !== Kind.FIELD || others.length > 0) return;
  for (const field of fieldsBelow(info)) {
    const reading = beginToRead(context, account, field, info);
    // Whoever answers the field meets what failed of it.
    reading?.catch(() => undefined);
  }
}

function beginToRead(
  context: RequestContext,
  account: string,
  node: FieldNode,
  { schema, variableValues }: GraphQLResolveInfo,
): Promise<unknown> | null {
  const name = node.name.value;
  if (name === 'customFields') return context.person && context.loaders.customFieldDefinitions();
  if (!isList(name)) return null;
  const field = accountType(schema).getFields()[name];
  if (!field) return null;
  try {
    const page = getArgumentValues(field, node, variableValues) as unknown as BelowArguments;
    return readBelow(name, account, page, context);
  } catch (error) {
    return Promise.reject(error);
  }
}

const isList = (name: string): name is keyof typeof LISTS_BELOW => Object.hasOwn(LISTS_BELOW, name);

function accountType(schema: GraphQLResolveInfo['schema']): GraphQLObjectType {
  const type = schema.getType('Account');
  if (!isObjectType(type)) throw new Error('The schema has no accounts');
  return type;
}
