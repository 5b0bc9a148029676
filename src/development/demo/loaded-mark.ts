import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { GraphqlClient } from './graphql-client';

const MARK = z.object({ tenantResellerIds: z.array(z.string()) });

/** Whether the example was loaded whole into the database that this server has: the mark alone may be of another one. */
export async function isLoaded(dataDir: string, url: string, administratorToken: string): Promise<boolean> {
  const mark = await readMark(dataDir);
  if (!mark) return false;
  const client = new GraphqlClient(url, administratorToken);
  for (const id of mark.tenantResellerIds) {
    const { tenantReseller } = await client.send<{ tenantReseller: { id: string } | null }>(
      'query ExampleIsThere($id: ID!) { tenantReseller(id: $id) { id } }',
      { id },
    );
    if (!tenantReseller) return false;
  }
  return true;
}

export async function markLoaded(dataDir: string, tenantResellerIds: readonly string[]): Promise<void> {
  await writeFile(pathIn(dataDir), `${JSON.stringify({ tenantResellerIds })}\n`);
}

async function readMark(dataDir: string): Promise<z.output<typeof MARK> | null> {
  try {
    return MARK.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'northwind-loaded.json');
}
