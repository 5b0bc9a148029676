import { beginning } from '../../../src/persistence/engine/transaction-settings';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { withClient } from '../../support/connections';
import { aSync } from '../../support/world';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NAMES = ['tenant_reseller_id', 'actor_kind', 'actor', 'token_id', 'mutation'];
const TOLD = `SELECT ${NAMES.map((name) => `current_setting('app.${name}', true) AS ${name}`).join(', ')}`;
const RESELLER = '6f1b0a52-5c9e-4d53-8a55-0a3b1a0f9d11';

test.each(['COMMIT', 'ROLLBACK'])(
  'what a transaction tells the database ends with its %s: a connection that goes back to the pool is nobody’s',
  async (end) => {
    await withClient(database.syncUrl, async (client) => {
      // A name is text: nothing of it is SQL.
      const caller = { ...aSync(RESELLER), id: `o'neil\\'; DROP TABLE accounts; --`, tokenId: `'\\` };
      await client.query(beginning({ caller, mutation: 'syncCustomers' }, 'READ WRITE').join('; '));
      expect((await client.query(TOLD)).rows).toEqual([
        {
          tenant_reseller_id: RESELLER,
          actor_kind: 'RESELLER_SYNC',
          actor: caller.id,
          token_id: caller.tokenId,
          mutation: 'syncCustomers',
        },
      ]);
      await client.query(end);
      const [after] = (await client.query<Record<string, string | null>>(TOLD)).rows;
      expect(Object.values(after ?? { nothing: 'was read' }).filter(Boolean)).toEqual([]);
    });
  },
);
