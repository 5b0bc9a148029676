import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, Kind, type OperationDefinitionNode, OperationTypeNode, type SelectionSetNode } from 'graphql';
import { HTTP_STATUS } from '../../domain/http-status';
import { assertNoNullArguments } from './null-arguments';
import { type Fragments, fragmentsOf, rootFields } from './root-fields';

const ROOT_MUTATIONS = 20;
const ALIASES = 50;
const DIRECTIVES = 8;
/** The introspection of GraphiQL is 15 deep; so are the deepest sensible query and what gateways make of it. */
const DEPTH = 20;

/** Refuses operations that ask for too much at once, or for what there is none of. Tokens are counted by the parser. */
export function limitsPlugin(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return;
          // Validation lets a subscription of `__typename` pass; its execution would be a fault.
          if (!schema.getRootType(operation.operation)) throw unsupported(operation.operation);
          const fragments = fragmentsOf(document);
          assertWithinLimits(operation, fragments);
          assertNoNullArguments(schema, operation, fragments, request.variables ?? {});
        },
      };
    },
  };
}

function assertWithinLimits(operation: OperationDefinitionNode, fragments: Fragments): void {
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  if (isMutation && rootFields(operation, fragments).length > ROOT_MUTATIONS)
    throw tooLarge(`${ROOT_MUTATIONS} mutations`);
  const { aliases, directives, depth } = sizeOf(operation, fragments);
  if (aliases > ALIASES) throw tooLarge(`${ALIASES} aliases`);
  if (directives > DIRECTIVES) throw tooLarge(`${DIRECTIVES} directives on one place`);
  if (depth > DEPTH) throw tooLarge(`${DEPTH} fields below each other`);
}

interface Size {
  readonly aliases: number;
  /** The most on any one place: a field, a fragment, a variable, the operation. */
  readonly directives: number;
  /** The most fields below each other. Fragments add nothing themselves. */
  readonly depth: number;
}

const NOTHING: Size = { aliases: 0, directives: 0, depth: 0 };

/** A fragment's aliases count wherever it is spread. Each fragment is measured once; validation has refused circles. */
function sizeOf(operation: OperationDefinitionNode, fragments: Fragments): Size {
  const measured = new Map<string, Size>();

  const measureFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    const size = measured.get(name) ?? (fragment ? measure(fragment) : NOTHING);
    measured.set(name, size);
    return size;
  };
  const measure = (place: Place): Size => {
    let { aliases, directives, depth } = NOTHING;
    for (const selection of place.selectionSet?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD ? measureFragment(selection.name.value) : measure(selection);
      aliases += below.aliases + (isField && selection.alias ? 1 : 0);
      directives = Math.max(directives, selection.directives?.length ?? 0, below.directives);
      depth = Math.max(depth, below.depth + (isField ? 1 : 0));
    }
    return { aliases, directives: Math.max(directives, place.directives?.length ?? 0), depth };
  };
  const size = measure(operation);
  const onVariables = (operation.variableDefinitions ?? []).map((variable) => variable.directives?.length ?? 0);
  return { ...size, directives: Math.max(size.directives, ...onVariables) };
}

/** Whatever may bear directives and hold selections. */
interface Place {
  readonly directives?: readonly unknown[] | undefined;
  readonly selectionSet?: SelectionSetNode | undefined;
}

function tooLarge(most: string): GraphQLError {
  return new GraphQLError(`The operation is too large: at most ${most} are taken.`, {
    extensions: { code: 'OPERATION_TOO_LARGE', http: { status: HTTP_STATUS.OPERATION_TOO_LARGE.status } },
  });
}

function unsupported(kind: OperationTypeNode): GraphQLError {
  return new GraphQLError(`There is no ${kind} here.`, {
    extensions: { code: 'OPERATION_NOT_SUPPORTED', http: { status: 400 } },
  });
}
