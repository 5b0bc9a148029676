import { Client } from 'pg';
import { errorCodeOf } from '../support/connections';
import { aCustomer, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** What guards on a node has moved along with the rows, while they are written (`npm run test:citus`). */

const REFUSED = 'RA001';
const DENIED = '42501';

let world: World;
let setup: Setup;
let portal: Client;
let sync: Client;
let id: string;
let betas: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  id = await copy(world, setup.alpha);
  betas = await copy(world, setup.beta, aCustomer('c-1', { name: 'Of Beta' }));
  portal = new Client({ connectionString: world.portalUrl });
  sync = new Client({ connectionString: world.syncUrl });
  await Promise.all([portal.connect(), sync.connect()]);
});
afterAll(async () => {
  await Promise.all([portal.end(), sync.end()]);
  await world.close();
});

interface Place {
  readonly shard: string;
  readonly port: number;
  readonly host: string;
}

async function placeOf(account: string): Promise<Place> {
  const [place] = await world.sql<Place>(
    `SELECT shardid::text AS shard, nodename AS host, nodeport AS port FROM pg_dist_shard_placement
     WHERE shardid = get_shard_id_for_distribution_column('accounts', $1::uuid)`,
    [account],
  );
  if (!place) throw new Error('The account is nowhere');
  return place;
}

/** To another node that holds shards, and gives where it is then. */
async function moved(account: string): Promise<Place> {
  const { shard, host, port } = await placeOf(account);
  const [other] = await world.sql<Omit<Place, 'shard'>>(
    `SELECT nodename AS host, nodeport AS port FROM pg_dist_node WHERE shouldhaveshards AND (nodename, nodeport) <> ($1, $2)`,
    [host, port],
  );
  if (!other) throw new Error('There is no other node');
  await world.sql(`SELECT citus_move_shard_placement($1, $2, $3, $4, $5)`, [shard, host, port, other.host, other.port]);
  return placeOf(account);
}

const asAlpha = async (statement: string) => {
  await sync.query('BEGIN');
  try {
    await sync.query(`SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`);
    return await errorCodeOf(sync, statement);
  } finally {
    await sync.query('ROLLBACK');
  }
};

async function guards() {
  const change = (assignment: string) => `UPDATE accounts SET ${assignment} WHERE id = '${id}'`;
  return {
    mastered: await errorCodeOf(portal, change(`name = 'Taken'`)),
    own: await errorCodeOf(portal, change(`responsible_user_id = 'ben'`)),
    version: await errorCodeOf(portal, change('source_version = 99')),
    sale: await errorCodeOf(
      portal,
      `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by) VALUES ('${id}', gen_random_uuid(), 'x', 'x')`,
    ),
    distributors: await asAlpha(change('bill_to_id = NULL')),
    hidden: await asAlpha(`SELECT responsible_user_id FROM accounts WHERE id = '${id}'`),
    shown: await asAlpha(`SELECT name FROM accounts WHERE id = '${id}'`),
  };
}

const HELD = {
  mastered: REFUSED,
  own: null,
  version: DENIED,
  sale: REFUSED,
  distributors: DENIED,
  hidden: DENIED,
  shown: null,
};

test('guards of triggers, columns and rows hold as before after a shard has moved under load', async () => {
  expect(await guards()).toEqual(HELD);
  const before = await placeOf(id);
  const load = { isOn: true, written: 0 };
  const writing = (async () => {
    for (let version = 2; load.isOn; version += 1) {
      const customer = aCustomer('c-1', { sourceVersion: String(version), name: `Name ${version}` });
      const { results } = await world.mutate(
        setup.alpha.sync,
        'syncCustomers',
        { items: [{ customer }] },
        'results { outcome }',
      );
      // While the shard changes its place a write may have to come again; none is lost, and none is let through.
      if (results[0]?.outcome === 'APPLIED') load.written += 1;
    }
  })();
  const after = await moved(id);
  load.isOn = false;
  await writing;
  expect([after.host, after.port]).not.toEqual([before.host, before.port]);
  expect(load.written).toBeGreaterThan(0);
  expect(await guards()).toEqual(HELD);
  await sync.query('BEGIN');
  await sync.query(`SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`);
  const { rows } = await sync.query('SELECT id FROM accounts WHERE id = ANY ($1)', [[id, betas]]);
  await sync.query('ROLLBACK');
  expect(rows).toEqual([{ id }]);
});
