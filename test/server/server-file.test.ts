import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServerFile, removeServerFile, writeServerFile } from '../../src/server/server-file';

describe('the file that says where the server is', () => {
  let folder: string;
  const server = { url: 'http://127.0.0.1:4001/graphql', pid: 123 };

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'server-')), 'data');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  test('is there while the server runs', async () => {
    expect(await readServerFile(folder)).toBeNull();
    await writeServerFile(folder, server);
    expect(await readServerFile(folder)).toEqual(server);
    await removeServerFile(folder, 123);
    expect(await readServerFile(folder)).toBeNull();
  });

  test('replaces what a killed server left, and leaves nothing else', async () => {
    await writeServerFile(folder, { ...server, pid: 7 });
    await writeServerFile(folder, server);
    expect(await readServerFile(folder)).toEqual(server);
    expect(readdirSync(folder)).toEqual(['server.json']);
    expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
  });

  test('of another server stays when this one stops', async () => {
    await writeServerFile(folder, server);
    await removeServerFile(folder, 124);
    expect(await readServerFile(folder)).toEqual(server);
  });

  test.each(['', '{"url":', '{}', '{"url":"file:///etc/passwd","pid":1}', '{"url":"http://x/","pid":"1"}'])(
    'is not believed when it holds %p',
    async (content) => {
      await writeServerFile(folder, server);
      writeFileSync(join(folder, 'server.json'), content);
      expect(await readServerFile(folder)).toBeNull();
    },
  );
});
