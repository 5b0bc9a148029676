import {
  defaultFieldResolver,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type AccountPart, type AccountParts, EVERY_PART, partsOf } from '../../domain/accounts/account';
import type { Account, ManagedByReseller } from '../generated/types';
import type { RequestContext } from '../request/context';

type FieldsOf<Type> = Readonly<Record<Exclude<keyof Type, '__typename'>, readonly AccountPart[]>>;

/** The parts of an account that each field of it is answered from, beside what is always read. */
const OF_ACCOUNT: FieldsOf<Account> = {
  id: [],
  name: [],
  status: [],
  managedByReseller: [],
  lockedFields: [],
  fieldLocks: [],
  allowedActions: [],
  actionPermissions: [],
  access: [],
  policyFacts: [],
  responsibleUser: [],
  accountingNo: ['VALUES'],
  email: ['VALUES'],
  currency: ['VALUES'],
  enableOrdering: ['VALUES'],
  separateInvoices: ['VALUES'],
  revision: ['VALUES'],
  parent: ['VALUES'],
  billTo: ['VALUES'],
  permissionRule: ['VALUES'],
  billingAddress: ['DOCUMENTS'],
  synchronizationOptions: ['DOCUMENTS'],
  customFields: ['DOCUMENTS'],
  createdAt: ['TIMES'],
  updatedAt: ['TIMES'],
  contacts: [],
  relations: [],
  history: [],
  pendingInvoices: [],
  invoices: [],
  subscriptions: [],
  salesDocuments: [],
  audit: [],
};

/** The same of what is said of its management. */
const OF_MANAGEMENT: FieldsOf<ManagedByReseller> = {
  ribbon: [],
  sourceAccountId: [],
  moveTo: [],
  reseller: ['MANAGER'],
  drift: ['MANAGER', 'VALUES'],
  sourceVersion: ['MANAGEMENT'],
  origin: ['MANAGEMENT'],
  managedSince: ['MANAGEMENT'],
  lastSyncedAt: ['MANAGEMENT'],
};

const PARTS: Readonly<Record<string, Readonly<Record<string, readonly AccountPart[]>>>> = {
  Account: OF_ACCOUNT,
  ManagedByReseller: OF_MANAGEMENT,
};

type Operation = Pick<GraphQLResolveInfo, 'operation' | 'fragments' | 'schema'>;

const known = new WeakMap<OperationDefinitionNode, AccountParts>();

/**
 * The parts of accounts that any field of the operation is answered from, wherever it stands: so no account is read once
 * more for another field of it. Worked out once for each operation that is kept parsed.
 */
export function askedParts({ operation, fragments, schema }: Operation): AccountParts {
  const found = known.get(operation) ?? collect(operation, fragments, schema);
  known.set(operation, found);
  return found;
}

function collect(
  operation: OperationDefinitionNode,
  fragments: Operation['fragments'],
  schema: GraphQLSchema,
): AccountParts {
  const parts = new Set<AccountPart>();
  const entered = new Set<FragmentDefinitionNode>();
  const look = (set: SelectionSetNode, type: GraphQLNamedType | undefined) => {
    for (const selection of set.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          for (const part of PARTS[type?.name ?? '']?.[selection.name.value] ?? []) parts.add(part);
          const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
          const field = fields[selection.name.value];
          if (selection.selectionSet && field) look(selection.selectionSet, getNamedType(field.type));
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const condition = selection.typeCondition?.name.value;
          look(selection.selectionSet, condition === undefined ? type : schema.getType(condition));
          break;
        }
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments[selection.name.value];
          if (!fragment || entered.has(fragment)) break;
          entered.add(fragment);
          look(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
        }
      }
    }
  };
  look(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  return parts.size === EVERY_PART.size ? EVERY_PART : partsOf(parts);
}

/** Has every root field tell the request's loaders, before anything is loaded, what the operation asks of accounts. */
export function tellWhatIsAsked(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (parent, args, context: RequestContext | undefined, info) => {
        // Whoever sent no token loads nothing; tools that only look at the schema give no context.
        if (context?.caller) context.loaders.readParts(askedParts(info));
        return resolve(parent, args, context, info);
      };
    }
  }
}
