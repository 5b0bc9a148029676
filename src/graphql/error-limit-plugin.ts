import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { UNTOLD } from './executor/work-budget';
import type { RequestContext } from './request/context';

const MOST_ERRORS = 100;

/**
 * Tells the first errors of an operation and how many more there were. Before anything formats or logs them: hence it is
 * the first plugin, and takes them out of the list that Apollo Server goes on with.
 */
export function errorLimitPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue: { budget } }) {
      return {
        async didEncounterErrors({ errors }) {
          const list = errors as GraphQLError[];
          const told = list.filter((error) => error !== UNTOLD);
          const shown = told.slice(0, MOST_ERRORS);
          const leftOut = told.length - shown.length + budget.errorsLeftOut;
          if (leftOut > 0) shown.push(leftOutError(leftOut));
          if (shown.length < list.length || leftOut > 0) list.splice(0, list.length, ...shown);
        },
      };
    },
  };
}

function leftOutError(count: number): GraphQLError {
  return new GraphQLError(`${count} more errors are not told.`, { extensions: { code: 'MORE_ERRORS' } });
}
