import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSchema, concatAST, Kind, parse, validate } from 'graphql';
import { composeContract } from './contracts.mjs';
import { ours } from './subgraphs.mjs';

const PORTAL = fileURLToPath(new URL('../../examples/portal/src/', import.meta.url));
/** Where the view of a reseller's sync asks: its own operations, and those of the parts that it shares. */
const FOLDERS = ['pages/sync-view', 'pages/reseller/inbox'];

const operations = FOLDERS.flatMap((folder) =>
  readdirSync(join(PORTAL, folder))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => parse(readFileSync(join(PORTAL, folder, name), 'utf8'))),
);

describe("the portal's view of a sync", () => {
  test("asks nothing but what the sync's contract has", () => {
    const schema = buildSchema(composeContract('sync', [ours()]).apiSdl);
    const document = concatAST(operations);
    assert.ok(document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length >= 6);
    assert.deepEqual(validate(schema, document), []);
  });
});
