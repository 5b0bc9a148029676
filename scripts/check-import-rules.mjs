// Whether the import directions in biome.json still refuse what they are there for. A glob that matches nothing is no
// error to Biome: without this, a rule could be gone and nobody would see it. `lint` itself checks our own files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RESTRICTED = 'lint/style/noRestrictedImports';
const ENVIRONMENT = 'lint/style/noProcessEnv';

/** For a file of each room: what it may import, and what it may not (the table "What may import what"). */
const ROOMS = {
  'src/config.ts': {
    may: ['./config-issuers', './identity/issuer-settings', 'node:fs', 'zod'],
    mayNot: ['./domain/caller', './identity/token-verifier', './main', 'jose'],
  },
  'src/config-issuers.ts': {
    may: ['./config-variables', './identity/public-key'],
    mayNot: ['./domain/caller', './identity/local-issuer', './main', 'pg'],
  },
  'src/application.ts': { may: ['./server/logger', 'pino'], mayNot: ['./main'] },
  'src/domain/a.ts': {
    may: ['./account', 'big.js', 'zod'],
    mayNot: ['../persistence/database', '../config', 'node:fs', 'pg', 'graphql'],
  },
  'src/identity/a.ts': {
    may: ['./key-file', '../domain/caller', 'jose', 'node:fs/promises'],
    mayNot: ['../persistence/database', '../graphql/context', '../server/logger', '../config', 'graphql', 'pg'],
  },
  'src/embedded-postgres/a.ts': {
    may: ['./account', 'node:fs', 'node:fs/promises'],
    mayNot: ['../domain/errors', '../config', '../persistence/migrate', 'pg'],
  },
  'src/persistence/a.ts': {
    may: [
      './entities/account.entity',
      './database',
      './guard-pass',
      './writing',
      '../domain/account',
      'node:timers/promises',
    ],
    mayNot: [
      './guard-key',
      './data-source',
      'typeorm',
      'pg',
      '../services/sell',
      '../graphql/context',
      '../config',
      'graphql',
      'zod',
    ],
  },
  'src/persistence/guard.ts': {
    may: ['./guard-key', './database', '../domain/account-policy'],
    mayNot: ['pg', '../services/sell', '../config'],
  },
  'src/persistence/data-source.ts': {
    may: ['./entities', 'typeorm', 'pg', 'node:fs'],
    mayNot: ['./guard-key', '../services/sell', '../config'],
  },
  'src/persistence/entities/a.ts': {
    may: ['./account.entity', '../keyset', '../../domain/account', 'typeorm'],
    mayNot: ['../../services/sell', '../../graphql/context', '../../application'],
  },
  'src/services/sync/a.ts': {
    may: ['./lock-customer', '../sell', '../../domain/account', '../../persistence/database', 'uuid'],
    mayNot: [
      '../../graphql/context',
      '../../server/logger',
      '../../config',
      '../../config-variables',
      '../../persistence/entities/account.entity',
      '../../persistence/data-source',
      '../../persistence/guard-key',
      '../../persistence/writing',
      'typeorm',
      'pg',
      'graphql',
    ],
  },
  'src/graphql/resolvers/Query/a.ts': {
    may: ['./account', '../account-payload', '../../context', '../../../services/sell', '../../../domain/account'],
    mayNot: [
      '../../../persistence/entities/account.entity',
      '../../../persistence/data-source',
      '../../../persistence/guard-key',
      '../../../persistence/writing',
      '../../../server/logger',
      '../../../identity/local-issuer',
      '../../../config',
      'typeorm',
      'pg',
    ],
  },
  'src/graphql/a.ts': {
    may: ['./context', '../persistence/account-repository', '@apollo/subgraph', 'graphql', 'node:fs'],
    mayNot: ['../server/logger', '../application', '../persistence/data-source', 'pino', 'typeorm'],
  },
  'src/server/a.ts': {
    may: ['./logger', '../domain/caller', '../graphql/context', '../config', '@apollo/server/errors', 'pino'],
    mayNot: ['../domain/account-policy', '../persistence/database', '../identity/local-issuer', 'pg'],
  },
  'src/cli/a.ts': {
    may: [
      './token-program',
      '../config',
      '../identity/local-issuer',
      '../persistence/migrate',
      '../persistence/provision',
      '../server/server-file',
      'commander',
    ],
    mayNot: ['../config-variables', '../domain/account-policy', '../persistence/database', '../services/sell', 'pg'],
  },
  'src/demo/a.ts': {
    may: ['./northwind', 'cli-progress', 'node:fs/promises'],
    mayNot: ['../domain/account', '../services/sell', '../persistence/database', '../server/logger'],
  },
  'migrations/1-a.ts': { may: ['typeorm'], mayNot: ['../src/domain/account', '../src/persistence/migrate', 'pg'] },
  'test/domain/a.ts': { may: ['../../src/application', 'pg'], mayNot: ['../../src/main'] },
};
const MAY_READ_THE_ENVIRONMENT = new Set(['test/domain/a.ts']);

const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
try {
  const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  const { $schema: _, vcs: __, ...rest } = config;
  write('biome.json', JSON.stringify({ ...rest, linter: { rules: { preset: 'none' } } }));
  for (const [path, { may, mayNot }] of Object.entries(ROOMS)) {
    const imports = [...may, ...mayNot].map((source) => `import '${source}';`);
    write(path, [...imports, 'process.env.X;', ''].join('\n'));
  }
  const refused = lint();
  const faults = Object.entries(ROOMS).flatMap(([path, { may, mayNot }]) => [
    ...may.filter((_, at) => refused.has(`${RESTRICTED} ${path}:${at + 1}`)).map((s) => `${path} may not import ${s}`),
    ...mayNot
      .filter((_, at) => !refused.has(`${RESTRICTED} ${path}:${may.length + at + 1}`))
      .map((source) => `${path} may import ${source}`),
    ...(refused.has(`${ENVIRONMENT} ${path}:${may.length + mayNot.length + 1}`) === MAY_READ_THE_ENVIRONMENT.has(path)
      ? [`${path}: the rule about process.env is wrong`]
      : []),
  ]);
  for (const fault of faults) console.error(fault);
  const checked = Object.values(ROOMS).reduce((sum, { may, mayNot }) => sum + may.length + mayNot.length + 1, 0);
  console.log(`import rules: ${checked} checked, ${faults.length} wrong`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Every refusal as "rule path:line". */
function lint() {
  const biome = createRequire(join(ROOT, 'package.json')).resolve('@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const found = stdout.matchAll(/title=(\S+?),file=(.+?),line=(\d+)/g);
  const refusals = new Set([...found].map(([, rule, file, line]) => `${rule} ${relative(file)}:${line}`));
  if (refusals.size === 0) throw new Error(`Biome refused nothing at all:\n${stdout}\n${stderr}`);
  return refusals;
}

function relative(file) {
  const at = file.indexOf(folder);
  return at < 0 ? file : file.slice(at + folder.length + 1);
}
