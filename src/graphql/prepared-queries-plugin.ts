import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { getVariableValues, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { SeenQueries } from './executor/seen-queries';
import type { RequestContext } from './request/context';

/** Whoever makes a server decides after how many good answers a query is prepared. */
export interface Preparation {
  readonly afterAnswers?: number;
}

/**
 * Answers queries that were answered before as they were prepared. It comes into play where Apollo Server would execute an
 * operation, after all that may refuse it. Mutations are none of it: what cannot be answered so is executed again.
 */
export function preparedQueriesPlugin({ afterAnswers }: Preparation = {}): ApolloServerPlugin<RequestContext> {
  const seen = new SeenQueries(afterAnswers);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, request, contextValue }) {
          const prepared = isQuery(operation) ? seen.find(schema, operation, document) : null;
          if (!prepared || !isQuery(operation)) return null;
          const given = request.variables ?? {};
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
          // graphql-js says what is wrong with them.
          if (!coerced) return null;
          const { size } = prepared;
          const data = await prepared.run(contextValue, coerced);
          seen.grew(prepared.size - size);
          if (data) return answerOf(data);
          seen.failed(operation);
          contextValue.startAnew();
          return null;
        },
        async willSendResponse({ operation, errors }) {
          if (!errors && isQuery(operation)) seen.answered(operation);
        },
      };
    },
  };
}

function isQuery(operation: OperationDefinitionNode | undefined): operation is OperationDefinitionNode {
  return operation?.operation === OperationTypeNode.QUERY;
}

function answerOf(data: Record<string, unknown>): GraphQLResponse {
  const http: GraphQLResponse['http'] = { headers: new HeaderMap() };
  return { http, body: { kind: 'single', singleResult: { data } } };
}
