import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { built } from '../../../scripts/built.mjs';
import { startServer } from '../../../scripts/built-server.mjs';
import { launch } from '../chromium.mjs';
import { ask } from '../copied-customer.mjs';
import { startPage } from '../started-page.mjs';
import { seed } from './seed.mjs';
import { syncOf } from './sync.mjs';
import { openPortal } from './visit.mjs';

const START = fileURLToPath(new URL('../../../examples/portal/start.mjs', import.meta.url));

/** Whom the local issuer vouches for; who is called `sync-<id>` is the sync service of that reseller. */
const PEOPLE = {
  admin: { groups: [], administrator: true },
  anna: { groups: ['billing'], administrator: false },
  bob: { groups: ['billing'], administrator: false },
  reader: { groups: [], administrator: false },
  carla: { groups: ['readers'], administrator: false },
};

/** One server, one portal and one browser for all that is looked at; `start` fills it. */
export function createWorld() {
  const world = {
    /** Whether slow things and pictures are wanted too: `npm run test:browser -- --long`. */
    isLong: process.env.BROWSER_TESTS === 'long',
    /** A token of that identity, for so many seconds where it says so. */
    token: async (identity, expiresIn) => {
      const { issuer } = world;
      const lifetime = expiresIn === undefined ? {} : { expiresIn };
      if (identity.startsWith('sync-')) {
        return issuer.tokenForSync({ tenantResellerId: identity.slice('sync-'.length), ...lifetime });
      }
      return issuer.tokenForPerson({ userId: identity, ...PEOPLE[identity], ...lifetime });
    },
    /** What the gateway answers to that identity; an error fails the test. */
    ask: async (identity, query, variables) => ask(world.gateway, await world.token(identity), query, variables),
    /** A window of its own on a page of the portal, signed in as that identity; nobody is signed in as null. */
    open: async (identity, path = '/', options = {}) => {
      const token = identity === null ? null : await world.token(identity, options.expiresIn);
      return openPortal(world, { identity, token }, path, options);
    },
    start: async () => {
      world.server = await startServer();
      const { localKeysFolder, openLocalIssuer } = built('development/local-issuer/local-issuer.js');
      world.issuer = await openLocalIssuer(localKeysFolder(world.server.dataDir));
      world.portal = await startPage(START, [], { DATA_DIR: world.server.dataDir });
      world.url = world.portal.url;
      world.gateway = new URL('graphql', world.url).href;
      world.sync = syncOf(world);
      const { resellers, accounts } = await seed(seeding(world), world.sync);
      Object.assign(world, { resellers, accounts, browser: await launch() });
    },
    stop: async () => {
      await world.browser?.close();
      await world.portal?.stop();
      await world.server?.stop();
    },
  };
  return world;
}

/** Sends a mutation whose field is aliased `seeded`, which is not refused, as a whole or for one of its parts. */
function seeding(world) {
  return async (mutation, input) => {
    const { seeded } = await world.ask('admin', mutation, { input });
    const refused = [seeded, ...(seeded.results ?? [])].flatMap(({ userErrors }) => userErrors);
    assert.deepEqual(refused, [], JSON.stringify(input));
    return seeded;
  };
}
