import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, Kind, type OperationDefinitionNode, OperationTypeNode, type SelectionSetNode } from 'graphql';
import { type Fragments, fragmentsOf, rootFields } from './root-fields';

const ROOT_MUTATIONS = 20;
const ALIASES = 50;
const DIRECTIVES = 8;

/** Refuses operations that ask for too much at once. The number of tokens is limited where they are parsed. */
export function limitsPlugin(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation }) {
          if (operation) assertWithinLimits(operation, fragmentsOf(document));
        },
      };
    },
  };
}

function assertWithinLimits(operation: OperationDefinitionNode, fragments: Fragments): void {
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  if (isMutation && rootFields(operation, fragments).length > ROOT_MUTATIONS)
    throw tooLarge(`${ROOT_MUTATIONS} mutations`);
  const { aliases, directives } = sizeOf(operation, fragments);
  if (aliases > ALIASES) throw tooLarge(`${ALIASES} aliases`);
  if (directives > DIRECTIVES) throw tooLarge(`${DIRECTIVES} directives on one place`);
}

interface Size {
  readonly aliases: number;
  /** The most on any one field or fragment. */
  readonly directives: number;
}

/** A fragment's aliases count wherever it is spread. Each fragment is measured once; validation has refused circles. */
function sizeOf(operation: OperationDefinitionNode, fragments: Fragments): Size {
  const measured = new Map<string, Size>();

  const measureFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    const size = measured.get(name) ?? (fragment ? measure(fragment.selectionSet) : { aliases: 0, directives: 0 });
    measured.set(name, size);
    return size;
  };
  const measure = ({ selections }: SelectionSetNode): Size => {
    let aliases = 0;
    let directives = 0;
    for (const selection of selections) {
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value)
          : selection.selectionSet && measure(selection.selectionSet);
      aliases += (below?.aliases ?? 0) + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0);
      directives = Math.max(directives, selection.directives?.length ?? 0, below?.directives ?? 0);
    }
    return { aliases, directives };
  };
  return measure(operation.selectionSet);
}

function tooLarge(most: string): GraphQLError {
  return new GraphQLError(`The operation is too large: at most ${most} are taken.`, {
    extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } },
  });
}
