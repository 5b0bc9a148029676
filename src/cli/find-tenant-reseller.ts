import { z } from 'zod';
import type { Config } from '../config/config';
import type { LocalIssuer } from '../development/local-issuer/local-issuer';
import { readServerFile } from '../server/server-file';
import { askServer, type ServerAccess, ServerGone } from './ask-server';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const QUERY = `query Resellers($after: String) {
  tenantResellers(first: 200, after: $after) { edges { node { id name } } pageInfo { hasNextPage endCursor } }
}`;

const ANSWER = z.object({
  tenantResellers: z.object({
    edges: z.array(z.object({ node: z.object({ id: z.string(), name: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});

interface NamedReseller {
  readonly id: string;
  readonly name: string;
}

/** The id of the tenant reseller. An id is taken as it is; for a name the running server is asked. */
export async function findTenantReseller(
  nameOrId: string,
  issuer: LocalIssuer,
  { dataDir, gatewaySecret }: Pick<Config, 'dataDir' | 'gatewaySecret'>,
): Promise<string> {
  if (UUID.test(nameOrId)) return nameOrId.toLowerCase();
  const server = await readServerFile(dataDir);
  if (server === null) throw noServer(nameOrId);
  // Good for this one question only.
  const token = await issuer.tokenForPerson({ userId: 'token-cli', groups: [], administrator: true, expiresIn: 60 });
  return choose(nameOrId, await allResellers({ url: server.url, token, gatewaySecret }, nameOrId));
}

async function allResellers(access: ServerAccess, wanted: string): Promise<readonly NamedReseller[]> {
  const found: NamedReseller[] = [];
  let after: string | null | undefined;
  do {
    const { edges, pageInfo } = await onePage(access, after ?? null, wanted);
    found.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return found;
}

async function onePage(access: ServerAccess, after: string | null, wanted: string) {
  try {
    return (await askServer(access, QUERY, { after }, ANSWER)).tenantResellers;
  } catch (error) {
    throw error instanceof ServerGone ? noServer(wanted) : error;
  }
}

/** By the exact name, else by the name in whatever case. */
function choose(wanted: string, resellers: readonly NamedReseller[]): string {
  const normal = (name: string) => name.normalize('NFC');
  const folded = (name: string) => normal(name).toLowerCase();
  const exact = resellers.filter(({ name }) => normal(name) === normal(wanted));
  const matching = exact.length > 0 ? exact : resellers.filter(({ name }) => folded(name) === folded(wanted));
  const [first, ...more] = matching;
  if (first === undefined) throw new Error(`No tenant reseller is called "${wanted}". ${namesOf(resellers)}`);
  if (more.length === 0) return first.id;
  const ids = matching.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  throw new Error(`Several tenant resellers are called "${wanted}". Give the id of one:\n${ids}`);
}

function namesOf(resellers: readonly NamedReseller[]): string {
  if (resellers.length === 0) return 'There are none yet.';
  return `There are:\n${resellers.map(({ name }) => `  ${name}`).join('\n')}`;
}

function noServer(wanted: string): Error {
  return new Error(
    `To find "${wanted}" by its name the server must be running: start it with "npm start", or give the id of the tenant reseller.`,
  );
}
