import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEnvFile } from '../../src/cli/env-file';

const NAMES = ['DATABASE_URL', 'SYNC_DATABASE_URL'];
const SETTINGS = { DATABASE_URL: 'postgresql://portal:new@db/accounts', SYNC_DATABASE_URL: 'postgresql://sync@db/a' };
const WRITTEN = `DATABASE_URL=${SETTINGS.DATABASE_URL}\nSYNC_DATABASE_URL=${SETTINGS.SYNC_DATABASE_URL}\n`;
/** Root may give files away, which some of this needs. */
const asRoot = process.geteuid?.() === 0 ? test : test.skip;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-file-'));
  path = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function write(into = path): Promise<string[]> {
  return (await openEnvFile(into, NAMES)).write(SETTINGS);
}

const modeOf = (file: string) => statSync(file).mode & 0o777;

test('a new file has the settings, and is for its owner alone whatever the umask', async () => {
  const umask = process.umask(0);
  try {
    expect(await write()).toEqual([`DATABASE_URL and SYNC_DATABASE_URL are in ${path}.`]);
  } finally {
    process.umask(umask);
  }
  expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual([WRITTEN, 0o600]);
  expect(readdirSync(folder)).toEqual(['.env']);
});

test.each([
  ['stay, comments too', '# mine\n\nPORT=4100 # a port\n', `# mine\n\nPORT=4100 # a port\n${WRITTEN}`],
  ['stay though the last has no end', 'PORT=4100', `PORT=4100\n${WRITTEN}`],
  [
    'stay where they are around those that are replaced',
    'A=1\nDATABASE_URL=old\nB=2\n export SYNC_DATABASE_URL = "old"\nC=3\n',
    `A=1\nDATABASE_URL=${SETTINGS.DATABASE_URL}\nB=2\nSYNC_DATABASE_URL=${SETTINGS.SYNC_DATABASE_URL}\nC=3\n`,
  ],
  [
    'stay while a second one of a name goes',
    'DATABASE_URL=a\nX=1\nDATABASE_URL=b\n',
    `${WRITTEN.split('\n')[0]}\nX=1\n${WRITTEN.split('\n')[1]}\n`,
  ],
  [
    'stay where they are though lines end as on Windows, which they go on to',
    'A=1\r\nDATABASE_URL="old"\r\nK="x\r\nSYNC_DATABASE_URL=none\r\n"\r\nSYNC_DATABASE_URL=old\r\n',
    `A=1\r\nDATABASE_URL=${SETTINGS.DATABASE_URL}\r\nK="x\r\nSYNC_DATABASE_URL=none\r\n"\r\nSYNC_DATABASE_URL=${SETTINGS.SYNC_DATABASE_URL}\r\n`,
  ],
  ['in comments are none', '# DATABASE_URL=old\n', `# DATABASE_URL=old\n${WRITTEN}`],
  [
    'of one value in quotes are none',
    'PEOPLE_PUBLIC_KEY="-----BEGIN\nDATABASE_URL=no setting\n-----END"\n',
    `PEOPLE_PUBLIC_KEY="-----BEGIN\nDATABASE_URL=no setting\n-----END"\n${WRITTEN}`,
  ],
])('all other lines %s', async (_what, before, after) => {
  writeFileSync(path, before, { mode: 0o600 });
  expect(await write()).toEqual([`DATABASE_URL and SYNC_DATABASE_URL are in ${path}.`]);
  expect(readFileSync(path, 'utf8')).toBe(after);
});

test.each([0o644, 0o640, 0o606])('a file that others may use (%o) is theirs no more, which is said', async (mode) => {
  writeFileSync(path, 'PORT=1\n');
  chmodSync(path, mode);
  expect((await write())[0]).toBe(
    `${path} was open to others (0${mode.toString(8)}): it is now its owner's alone (0600).`,
  );
  expect(modeOf(path)).toBe(0o600);
});

test('what is broken off leaves everything as it was', async () => {
  writeFileSync(path, 'PORT=1\n', { mode: 0o644 });
  await (await openEnvFile(path, NAMES)).abandon();
  expect([readFileSync(path, 'utf8'), modeOf(path), readdirSync(folder)]).toEqual(['PORT=1\n', 0o644, ['.env']]);
});

test('one’s own link is followed, and stays a link', async () => {
  writeFileSync(join(folder, 'real'), 'PORT=1\n', { mode: 0o600 });
  symlinkSync('real', path);
  await write();
  expect(lstatSync(path).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe(`PORT=1\n${WRITTEN}`);
});

asRoot('a link of somebody else’s is not followed', async () => {
  writeFileSync(join(folder, 'real'), 'PORT=1\n', { mode: 0o600 });
  symlinkSync('real', path);
  lchownSync(path, 1234, 1234);
  await expect(write()).rejects.toThrow("a link of another user's");
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('PORT=1\n');
});

asRoot('root leaves a file to whom it belongs', async () => {
  writeFileSync(path, 'PORT=1\n', { mode: 0o600 });
  lchownSync(path, 1234, 1235);
  await write();
  expect(statSync(path)).toMatchObject({ uid: 1234, gid: 1235 });
  expect(modeOf(path)).toBe(0o600);
});

test('neither a folder nor a link to nothing nor a folder that is not there is written to', async () => {
  mkdirSync(path);
  await expect(write()).rejects.toThrow('is no file');
  symlinkSync('nothing', join(folder, 'link'));
  await expect(write(join(folder, 'link'))).rejects.toThrow('a link to nothing');
  await expect(write(join(folder, 'none', '.env'))).rejects.toThrow(
    `${join(folder, 'none', '.env')} cannot be written: its folder is not there`,
  );
  expect(readdirSync(folder).sort()).toEqual(['.env', 'link']);
});
