// `npm run schema:release`: keeps the schema as this release promises it. From then on CI compares the schema with it, and
// a breaking change must be named in the changelog (checks/schema/released.test.mjs).
import { writeFileSync } from 'node:fs';
import { parse, print, visit } from 'graphql';
import { RELEASED, readSdl } from './schema-files.mjs';

const HEAD = `# The schema of the last release, made by \`npm run schema:release\`: what callers and gateways were promised. It is compared
# with, never served. Descriptions are left out: they may get better at any time.
`;

const promised = visit(parse(readSdl()), {
  enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
});
writeFileSync(RELEASED, `${HEAD}\n${print(promised)}\n`);
console.log(`${RELEASED} holds the schema as it is now.`);
