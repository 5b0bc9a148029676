// fastify and mercurius: operations compiled, everything below an account by loaders of its own.
import { buildFederationSchema } from '@mercuriusjs/federation';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { tellUrl, told } from './process.mjs';
import { readAccounts, readHistory, readPage, readRules, readSubscriptions } from './readers.mjs';
import { connectionOf, PLAIN_FIELDS, presentOrNull } from './resolvers.mjs';
import { TYPES } from './schema.mjs';
import { tokenVerifier } from './tokens.mjs';

const verify = await tokenVerifier(told.keys);
const app = fastify({ bodyLimit: 1024 * 1024 });
app.register(mercurius, {
  schema: buildFederationSchema(TYPES),
  resolvers: {
    ...PLAIN_FIELDS,
    Query: {
      account: async (_root, { id }, { caller }) => presentOrNull((await readAccounts(caller, [id]))[0]),
      accounts: async (_root, { first }, { caller }) => connectionOf(await readPage(caller, first + 1), first),
    },
  },
  loaders: {
    Account: {
      __resolveReference: loader((accounts, { caller }) =>
        readAccounts(
          caller,
          accounts.map(({ id }) => id),
        ),
      ),
      parent: loader((accounts, { caller }) =>
        others(
          caller,
          accounts.map(({ parentId }) => parentId),
        ),
      ),
      billTo: loader((accounts, { caller }) =>
        others(
          caller,
          accounts.map(({ billToId }) => billToId),
        ),
      ),
      permissionRule: loader(async (accounts) =>
        present(
          accounts.map((one) => one.permissionRuleId),
          readRules,
        ),
      ),
      subscriptions: loader((accounts) => lists(accounts, readSubscriptions)),
      history: loader((accounts) => lists(accounts, readHistory)),
    },
  },
  context: async (request) => ({ caller: await verify(request.headers.authorization) }),
  jit: 1,
  graphiql: false,
});
await app.listen({ port: 0, host: '127.0.0.1' });
tellUrl(app.server.address().port);

/** Nothing is kept from one field to the next: for each of them the key would be written as JSON first. */
function loader(read) {
  return {
    loader: (queries, context) =>
      read(
        queries.map(({ obj }) => obj),
        context,
      ),
    opts: { cache: false },
  };
}

function others(caller, ids) {
  return present(ids, (known) => readAccounts(caller, known));
}

/** Null where there is no id; nothing is asked when there is none at all. */
async function present(ids, read) {
  const known = [...new Set(ids.filter((id) => id))];
  if (known.length === 0) return ids.map(() => null);
  const found = await read(known);
  return ids.map((id) => (id ? found[known.indexOf(id)] : null));
}

async function lists(accounts, read) {
  const found = await present(
    accounts.map(({ id, access }) => (access ? id : null)),
    read,
  );
  return found.map((items) => items && connectionOf(items, 50));
}
