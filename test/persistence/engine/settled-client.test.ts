import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { packageRoot } from '../../../src/config/package-root';
import { UnfitDatabaseError } from '../../../src/persistence/engine/connection/session-settings';
import { SettledClient } from '../../../src/persistence/engine/connection/settled-client';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { withClient } from '../../support/connections';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const SHOWN = ['DateStyle', 'TimeZone', 'client_encoding', 'standard_conforming_strings'];
const show = async (client: Client) => {
  const [row] = (
    await client.query(`SELECT ${SHOWN.map((name) => `current_setting('${name}')`).join(" || '; ' || ")} AS all`)
  ).rows;
  return row.all;
};

async function withSettled<T>(work: (client: SettledClient) => Promise<T>): Promise<T> {
  const client = new SettledClient({ connectionString: database.portalUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('a connection sets right what the database would have otherwise', async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const odd = {
    DateStyle: "'German, DMY'",
    TimeZone: "'Asia/Kathmandu'",
    standard_conforming_strings: 'off',
  };
  for (const [setting, value] of Object.entries(odd)) {
    await database.sql(`ALTER DATABASE ${name} SET ${setting} = ${value}`);
  }
  expect(await withClient(database.portalUrl, show)).toBe('German, DMY; Asia/Kathmandu; UTF8; off');
  expect(await withSettled(show)).toBe('ISO, MDY; UTC; UTF8; on');
  for (const setting of Object.keys(odd)) await database.sql(`ALTER DATABASE ${name} RESET ${setting}`);
});

test.each([
  ["DateStyle = 'German'", /DateStyle is "German, DMY", where ISO is needed/],
  ["TimeZone = 'Asia/Kathmandu'", /TimeZone/],
  ["client_encoding = 'LATIN1'", /client_encoding is "LATIN1"/],
  ['standard_conforming_strings = off', /standard_conforming_strings is "off"/],
])('one whose server comes to have %s is broken off, and answers nothing more', async (setting, said) => {
  await withSettled(async (client) => {
    const heard = new Promise((resolve) => client.once('error', resolve));
    await client.query(`SET ${setting}`).catch(() => undefined);
    await expect(client.query('SELECT 1')).rejects.toThrow();
    const told = await heard;
    expect(told).toBeInstanceOf(UnfitDatabaseError);
    expect(String(told)).toMatch(said);
  });
});

test('one that comes to have what is right as well goes on', async () => {
  await withSettled(async (client) => {
    await client.query("SET DateStyle = 'ISO, DMY'; SET TimeZone = 'Etc/UTC'; SET client_encoding = 'UNICODE'");
    expect((await client.query('SELECT 7 AS seven')).rows).toEqual([{ seven: 7 }]);
  });
});

test('a pool makes another in its stead', async () => {
  const pool = new Pool({ Client: SettledClient, connectionString: database.portalUrl, max: 1 });
  pool.on('error', () => undefined);
  await pool.query("SET DateStyle = 'German'").catch(() => undefined);
  const days = await Promise.all(
    Array.from({ length: 3 }, () =>
      pool.query('SELECT current_date::text AS day').then(
        ({ rows }) => rows[0].day,
        () => null,
      ),
    ),
  );
  expect(days.filter((day) => day !== null && !/^\d{4}-\d\d-\d\d$/.test(day))).toEqual([]);
  expect(days.filter((day) => day !== null)).not.toEqual([]);
  await pool.end();
});

test('a failure to connect is told as it is, to whoever awaits it and to whoever gave a callback', async () => {
  const wrong = () =>
    new SettledClient({ connectionString: Object.assign(new URL(database.portalUrl), { password: 'x' }).href });
  await expect(wrong().connect()).rejects.toMatchObject({ code: '28P01' });
  const error = await new Promise((resolve) => wrong().connect(resolve));
  expect(error).toMatchObject({ code: '28P01' });
});

test('`src` opens connections of no other kind, but the one that makes a database', () => {
  const root = join(packageRoot(), 'src');
  const opens = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const found = readFileSync(join(root, file), 'utf8').match(/new (Client|Pool)\(/g) ?? [];
      return found.map((one) => `${file}: ${one}`);
    });
  expect(opens.sort()).toEqual([
    // Of SettledClients.
    'persistence/engine/connection/connections.ts: new Pool(',
    'persistence/set-up/provision.ts: new Client(',
  ]);
  expect(new SettledClient()).toBeInstanceOf(Client);
});
