import { type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { IntrospectionMode } from '../../config/config';
import type { Caller } from '../../domain/caller';
import { HTTP_STATUS } from '../../domain/http-status';
import { fragmentsOf, rootFields } from './root-fields';

/** The fields that give the schema away: introspection, and the subgraph's SDL. They exist on Query only. */
const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type', '_service']);

/**
 * Lets nobody without a token ask for anything but `__typename` and, where introspection is public, the schema. What a
 * caller with a token may see is decided where the data is loaded (test/server/apollo/access.test.ts).
 */
export function accessPlugin<TContext extends BaseContext & { readonly caller: Caller | null }>(
  introspection: IntrospectionMode,
): ApolloServerPlugin<TContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue }) {
          // Null when `operationName` names none: the execution says so.
          if (!operation) return;
          const isQuery = operation.operation === OperationTypeNode.QUERY;
          for (const { name } of rootFields(operation, fragmentsOf(document))) {
            assertMayAsk(name.value, isQuery && SCHEMA_FIELDS.has(name.value), introspection, contextValue.caller);
          }
        },
      };
    },
  };
}

function assertMayAsk(
  field: string,
  isSchemaField: boolean,
  introspection: IntrospectionMode,
  caller: Caller | null,
): void {
  if (field === '__typename') return;
  if (isSchemaField && introspection === 'off') throw introspectionDisabled();
  if (isSchemaField && introspection === 'public') return;
  if (caller === null) throw unauthenticated(field);
}

/** Also what Apollo Server's own refusal of introspection becomes. */
export function introspectionDisabled(): GraphQLError {
  return new GraphQLError('The schema is not shown here.', {
    extensions: { code: 'INTROSPECTION_DISABLED', http: { status: 400 } },
  });
}

function unauthenticated(field: string): GraphQLError {
  const { status, headers } = HTTP_STATUS.UNAUTHENTICATED;
  return new GraphQLError(`"${field}" needs a caller: send a token in the header "Authorization: Bearer <token>".`, {
    extensions: { code: 'UNAUTHENTICATED', http: { status, headers: new HeaderMap(Object.entries(headers)) } },
  });
}
