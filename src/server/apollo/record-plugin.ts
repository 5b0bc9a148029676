import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { OperationRecord } from '../../telemetry/operation-record';
import { operationNameForLog } from '../operation-text';
import { fragmentsOf, rootFields } from './root-fields';

/** Notes which operation it is, and the codes of what failed of its answer. */
export function recordPlugin<
  TContext extends BaseContext & { readonly record: OperationRecord },
>(): ApolloServerPlugin<TContext> {
  const known = new WeakMap<OperationDefinitionNode, readonly string[]>();
  const fieldsOf = (operation: OperationDefinitionNode, document: DocumentNode): readonly string[] => {
    const found = known.get(operation);
    if (found) return found;
    const fields = [...new Set(rootFields(operation, fragmentsOf(document)).map(({ name }) => name.value))];
    known.set(operation, fields);
    return fields;
  };
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue: { record } }) {
          if (!operation) return;
          record.kind = operation.operation;
          record.name = operationNameForLog(operation.name?.value);
          record.rootFields = fieldsOf(operation, document);
        },
        async willSendResponse({ response: { body }, contextValue: { record } }) {
          if (body.kind !== 'single') return;
          for (const { extensions } of body.singleResult.errors ?? []) {
            record.refused(typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR');
          }
        },
      };
    },
  };
}
