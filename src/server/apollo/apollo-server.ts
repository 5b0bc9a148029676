import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { ApolloServerErrorCode, ApolloServerValidationErrorCode } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { IntrospectionMode } from '../../config/config';
import type { Caller } from '../../domain/caller';
import type { OperationRecord } from '../../telemetry/operation-record';
import { accessPlugin, introspectionDisabled } from './access-plugin';
import { DocumentStore } from './document-store';
import { withoutSchema, withoutSuggestions } from './hidden-schema';
import { limitsPlugin } from './limits-plugin';
import { recordPlugin } from './record-plugin';
import { writeAnswer } from './write-answer';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

export interface ApolloServerSetup<TContext extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly formatError: FormatError;
  readonly introspection: IntrospectionMode;
  readonly plugins?: readonly ApolloServerPlugin<TContext>[];
  readonly logger: Logger;
}

/** Apollo Server with everything decided here and nothing by NODE_ENV. Whoever serves it starts it. */
export function createApolloServer<
  TContext extends BaseContext & { readonly caller: Caller | null; readonly record: OperationRecord },
>({ schema, formatError, introspection, plugins = [], logger }: ApolloServerSetup<TContext>): ApolloServer<TContext> {
  return new ApolloServer<TContext>({
    schema,
    formatError: plainParserErrors(introspectionRefusalsAlike(hiding(formatError, introspection))),
    logger,
    nodeEnv: 'production',
    introspection: introspection !== 'off',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    cache: 'bounded',
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: 2_000 },
    documentStore: new DocumentStore(),
    // Who reads the first few mends the others too; each costs a look through the text for its place.
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    stringifyResult: writeAnswer,
    // Fragments in fragments make few tokens into many fields.
    maxRecursiveSelections: 10_000,
    // `status400ForVariableCoercionErrors` is true by itself in version 5, which warns when it is told so.
    plugins: [
      limitsPlugin(),
      accessPlugin<TContext>(introspection),
      ...plugins,
      // Behind those that decide what is answered.
      recordPlugin<TContext>(),
      ApolloServerPluginLandingPageDisabled(),
      // These cost a third of the speed of `_entities`, or send data away.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
}

/** Names that were not sent are given away nowhere by chance, and none at all where the schema is shown to nobody. */
function hiding(formatError: FormatError, introspection: IntrospectionMode): FormatError {
  return introspection === 'off' ? withoutSchema(formatError) : withoutSuggestions(formatError);
}

/** Apollo Server's validation refuses introspection before our plugin does, under another code. */
function introspectionRefusalsAlike(formatError: FormatError): FormatError {
  return (formatted, error) => {
    if (formatted.extensions?.validationErrorCode !== ApolloServerValidationErrorCode.INTROSPECTION_DISABLED) {
      return formatError(formatted, error);
    }
    const { message } = introspectionDisabled();
    return formatError({ ...formatted, message, extensions: { code: 'INTROSPECTION_DISABLED' } }, error);
  };
}

/** What is nested too deeply exhausts the parser's stack; the refusal need not tell of our stack. */
function plainParserErrors(formatError: FormatError): FormatError {
  return (formatted, error) => {
    const isParserError = formatted.extensions?.code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED;
    if (!isParserError || formatted.message.startsWith('Syntax Error')) return formatError(formatted, error);
    return formatError({ ...formatted, message: 'Syntax Error: The operation cannot be read.' }, error);
  };
}
