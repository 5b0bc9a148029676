import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

const SUGGESTION = / ?Did you mean [^?]+\?$/;
/** How graphql-js begins when the value of an argument or a variable does not do. */
const ABOUT_VALUES = /^(?:Argument "|Variable "\$)/;
/** What a value's place is made of: the variable, and keys that were sent with it. */
const PLACE_IN_VALUE = / at "([\w.[\]]+)"; /;
const LONGEST_QUOTE = 40;

/**
 * Messages without a hint at names that were not sent. Apollo Server's `hideSchemaDetailsFromClientErrors` takes it from
 * what the validation says, and leaves it in what is said of variables (test/server/apollo/hidden-schema.test.ts).
 */
export function withoutSuggestions(formatError: FormatError): FormatError {
  return (formatted, error) => formatError({ ...formatted, message: formatted.message.replace(SUGGESTION, '') }, error);
}

/**
 * For a server that shows its schema to nobody: what graphql-js says of an operation names types, fields and arguments
 * that were not sent, in too many sentences to clean each. So nothing of them is kept, and the place is quoted as it was
 * written.
 */
export function withoutSchema(formatError: FormatError): FormatError {
  return (formatted, error) => {
    if (!isAboutSchema(formatted, error)) return formatError(formatted, error);
    const place = PLACE_IN_VALUE.exec(formatted.message)?.[1] ?? writtenAt(error);
    const what = place === undefined ? 'The operation' : `"${place}"`;
    return formatError({ ...formatted, message: `${what} does not fit the schema, which is not shown here.` }, error);
  };
}

function isAboutSchema({ message, extensions }: GraphQLFormattedError, error: unknown): boolean {
  // Those that Apollo Server's own rules find bear a second code, and say nothing of the schema.
  if (extensions?.code === 'GRAPHQL_VALIDATION_FAILED') return extensions.validationErrorCode === undefined;
  return ABOUT_VALUES.test(message) && unwrapResolverError(error) instanceof GraphQLError;
}

/** The word that the error points at. */
function writtenAt(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const [position] = error.positions ?? [];
  if (position === undefined) return undefined;
  const [word] = /^[^\s{}()[\]:,"]+/.exec(error.source?.body.slice(position, position + LONGEST_QUOTE) ?? '') ?? [];
  return word;
}
