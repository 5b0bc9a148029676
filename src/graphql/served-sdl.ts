import { type GraphQLSchema, graphqlSync } from 'graphql';

/** What `_service { sdl }` answers of a schema, which gateways compose (test/cli/schema-program.test.ts). */
export function servedSdl(schema: GraphQLSchema): string {
  const { data, errors } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  const service = data?._service as { readonly sdl?: unknown } | undefined;
  if (typeof service?.sdl !== 'string') throw errors?.[0] ?? new Error('The schema does not serve itself');
  return service.sdl;
}
