// Whether the import directions in biome.json still refuse what they are there for. A glob that matches nothing is no
// error to Biome: without this, a rule could be gone and nobody would see it. `lint` itself checks our own files.
// What Biome has no rule for is checked here: every folder of src has a rule, no files import each other in a circle, no
// folder holds more files than one looks through, and what only development or tracing uses is loaded by `import()` alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** `main` stands alone there; what is generated imports what codegen.yml says. */
const UNRULED = new Set(['src', 'src/graphql/generated']);
/** A file for each field or table: there one looks for a name, not through a list. */
const CROWDED = new Set(['src/graphql/resolvers/Query', 'src/graphql/resolvers/Mutation', 'src/persistence/tables']);
const MOST_FILES = 20;
/** What most servers do not need; only their own rooms load it at a file's top. */
const LOADED_WHEN_NEEDED = ['src/development/', 'src/telemetry/open-telemetry/'];
const RESTRICTED = 'lint/style/noRestrictedImports';
const ENVIRONMENT = 'lint/style/noProcessEnv';

/** For a file of each room: what it may import, and what it may not (the table "What may import what"). */
const ROOMS = {
  'src/a.ts': { may: ['./application/start-application', './server/logger', 'pino'], mayNot: ['./main'] },
  'src/application/a.ts': {
    may: ['./logins', '../config/config', '../persistence/set-up/migrate', '../server/http-server', 'pino'],
    mayNot: [
      '../main',
      '../domain/accounts/account-policy',
      '../persistence/engine/data-source',
      '../persistence/accounts/account-repository',
      '../services/selling/b',
      'pg',
    ],
  },
  'src/application/workers/a.ts': {
    may: ['./workers', '../serving', '../../config/config', '../../server/logger', 'pino', 'node:cluster'],
    mayNot: ['../../main', '../../persistence/engine/database', '../../domain/caller', 'pg'],
  },
  'src/config/a.ts': {
    may: ['./config-issuers', '../identity/issuer-settings', '../telemetry/tracing-settings', 'node:fs', 'zod'],
    mayNot: ['../domain/caller', '../identity/token-verifier', '../main', 'jose'],
  },
  'src/domain/a.ts': {
    may: ['./errors', 'big.js', 'zod'],
    mayNot: ['./accounts/account', '../persistence/engine/database', '../config/config', 'node:fs', 'pg', 'graphql'],
  },
  'src/domain/search/a.ts': {
    may: ['./search', '../folding', 'any-ascii'],
    mayNot: ['../accounts/account', '../../persistence/engine/search-query', 'node:fs', 'pg'],
  },
  'src/domain/words/a.ts': {
    may: ['./words', '../message', '../vocabulary'],
    mayNot: ['../accounts/account-policy', '../../graphql/vocabulary-check', 'node:fs', 'zod'],
  },
  'src/domain/accounts/a.ts': {
    may: ['./account', '../errors', '../words/words', 'iso-3166-1', 'zod'],
    mayNot: ['../selling/subscription', '../../persistence/engine/database', 'node:fs', 'pg', 'graphql'],
  },
  'src/domain/resellers/a.ts': {
    may: ['../accounts/account', '../errors'],
    mayNot: ['../selling/subscription', '../sync/sync-item', 'node:fs'],
  },
  'src/domain/selling/a.ts': { may: ['../resellers/price-list'], mayNot: ['../billing/invoice', '../sync/sync-item'] },
  'src/domain/billing/a.ts': { may: ['../selling/subscription'], mayNot: ['../sync/sync-item', 'pg'] },
  'src/domain/moving/a.ts': { may: ['../sync/customer-standing', 'zod'], mayNot: ['../billing/invoice', 'pg'] },
  'src/domain/sync/a.ts': { may: ['../selling/subscription', 'zod'], mayNot: ['../billing/invoice', 'pg'] },
  'src/identity/a.ts': {
    may: ['./public-key', '../domain/caller', 'jose', 'node:fs/promises'],
    mayNot: ['../persistence/engine/database', '../server/logger', '../config/config', 'graphql', 'pg'],
  },
  'src/persistence/engine/connection/a.ts': {
    may: ['./settled-client', '../data-source', '../unavailable', '../../../domain/errors', 'pg'],
    mayNot: ['../database', '../guard-key', '../../pass/writing', '../../../domain/caller', 'typeorm'],
  },
  'src/persistence/engine/a.ts': {
    may: ['./database', '../../domain/errors', 'pg', 'typeorm', 'node:fs'],
    mayNot: [
      '../tables/accounts',
      '../pass/guard-pass',
      '../accounts/account-list',
      '../../services/sync/lock-customer',
    ],
  },
  'src/persistence/tables/a.ts': {
    may: ['./accounts', '../engine/table', '../../domain/accounts/account'],
    mayNot: ['../engine/database', '../accounts/account-list', 'pg'],
  },
  'src/persistence/pass/a.ts': {
    may: ['./writing', '../engine/guard-key', '../engine/database'],
    mayNot: ['../accounts/account-list', '../../guard/guard', 'pg', 'typeorm'],
  },
  'src/persistence/resellers/a.ts': {
    may: ['../engine/database', '../pass/writing', 'uuid'],
    mayNot: ['../accounts/account-list', '../engine/guard-key', '../engine/data-source', 'pg', 'typeorm'],
  },
  'src/persistence/accounts/a.ts': {
    may: [
      './account-list',
      '../resellers/tenant-reseller-repository',
      '../engine/database',
      '../pass/guard-pass',
      '../pass/writing',
      '../tables/accounts',
      '../../domain/accounts/account',
      'node:crypto',
    ],
    mayNot: [
      '../engine/guard-key',
      '../engine/data-source',
      '../billing/invoice-repository',
      'typeorm',
      'pg',
      '../../services/sync/lock-customer',
      '../../graphql/request/context',
      '../../guard/guard',
      '../../config/config',
      'graphql',
      'zod',
    ],
  },
  'src/persistence/selling/a.ts': {
    may: ['../accounts/account-visibility', '../pass/writing'],
    mayNot: ['../billing/invoice-repository', '../engine/guard-key', 'pg'],
  },
  'src/persistence/billing/a.ts': {
    may: ['../accounts/account-visibility', '../selling/subscription-repository', '../pass/writing'],
    mayNot: ['../sync/source-identity-repository', '../engine/guard-key', 'pg'],
  },
  'src/persistence/sync/a.ts': {
    may: ['../engine/database', '../pass/writing'],
    mayNot: ['../billing/invoice-repository', '../engine/guard-key', 'pg'],
  },
  'src/persistence/integrity/a.ts': {
    may: ['../engine/logins', '../tables/accounts', '../../domain/accounts/account-policy'],
    mayNot: ['../pass/writing', '../engine/guard-key', '../set-up/migrate', 'pg'],
  },
  'src/persistence/set-up/a.ts': {
    may: [
      '../engine/data-source',
      '../engine/sql',
      '../integrity/account-references',
      '../tables/accounts',
      '../../domain/search/search',
      'pg',
      'typeorm',
    ],
    mayNot: ['../engine/guard-key', '../accounts/account-list', '../../config/config'],
  },
  'src/persistence/outbox/a.ts': {
    may: ['../engine/connection/settled-client', '../tables/synchronization-outbox'],
    mayNot: ['../accounts/account-list', '../pass/writing', '../engine/guard-key', '../../domain/errors', 'pg'],
  },
  'src/persistence/upkeep/a.ts': {
    may: ['../accounts/audit-repository', '../engine/sql', '../tables/account-audit', 'pg', 'node:zlib'],
    mayNot: ['../engine/guard-key', '../accounts/account-list', '../pass/writing', '../../config/config', 'typeorm'],
  },
  'src/guard/a.ts': {
    may: [
      '../persistence/engine/guard-key',
      '../persistence/accounts/account-locks',
      '../domain/accounts/account-policy',
    ],
    mayNot: [
      '../persistence/pass/writing',
      '../services/sync/lock-customer',
      '../graphql/request/context',
      'pg',
      'typeorm',
    ],
  },
  ...Object.fromEntries(
    ['accounts', 'billing', 'resellers', 'selling', 'sync'].map((subject) => [
      `src/services/${subject}/a.ts`,
      {
        may: ['./b', '../../domain/accounts/account', '../../persistence/accounts/account-list', 'uuid', 'zod'],
        mayNot: [
          '../other/b',
          '../../graphql/request/context',
          '../../guard/guard',
          '../../server/logger',
          '../../config/config',
          '../../persistence/tables/accounts',
          '../../persistence/engine/data-source',
          '../../persistence/engine/guard-key',
          '../../persistence/pass/writing',
          'typeorm',
          'pg',
          'graphql',
        ],
      },
    ]),
  ),
  'src/services/bulk/a.ts': {
    may: ['../../domain/errors', '../../persistence/accounts/account-locks', '../../persistence/pass/guard-pass'],
    mayNot: ['../sync/sync-customers', '../../persistence/accounts/account-list', '../../guard/guard', 'zod'],
  },
  'src/graphql/executor/a.ts': { may: ['../../domain/errors', 'graphql'], mayNot: ['../request/context', 'pg'] },
  'src/graphql/loaders/a.ts': {
    may: ['../executor/work-budget', '../../persistence/accounts/account-list', 'dataloader'],
    mayNot: ['../request/context', '../../services/sync/lock-customer', '../../persistence/tables/accounts'],
  },
  'src/graphql/request/a.ts': {
    may: ['../loaders/loaders', '../../persistence/pass/guard-pass', 'negotiator'],
    mayNot: ['../guards/bind-guards', '../lists/connection', '../generated/types'],
  },
  'src/graphql/lists/a.ts': {
    may: ['../request/context', '../../persistence/engine/keyset'],
    mayNot: ['../guards/bind-guards', '../resolvers/Account', '../../persistence/engine/guard-key'],
  },
  'src/graphql/guards/a.ts': {
    may: ['../request/context', '../../guard/guard', 'graphql'],
    mayNot: ['../resolvers/Account', '../../persistence/engine/guard-key', '../../persistence/pass/writing'],
  },
  'src/graphql/inputs/a.ts': {
    may: ['../generated/types', '../../domain/input', '../../services/selling/b', 'graphql', 'zod'],
    mayNot: ['../resolvers/Account', '../request/context', '../../persistence/pass/writing', 'pg'],
  },
  'src/graphql/payloads/a.ts': {
    may: ['../generated/types', '../../services/selling/b'],
    mayNot: ['../resolvers/Account', '../../persistence/pass/writing', 'pg'],
  },
  'src/graphql/resolvers/a.ts': {
    may: ['./Query/account', '../lists/connection', '../../persistence/accounts/account-list'],
    mayNot: ['../guards/bind-guards', '../../persistence/pass/writing', '../../persistence/tables/accounts', 'typeorm'],
  },
  ...Object.fromEntries(
    ['Query', 'Mutation'].map((type) => [
      `src/graphql/resolvers/${type}/a.ts`,
      {
        may: ['./account', '../../payloads/account-payload', '../../request/context', '../../../services/selling/b'],
        mayNot: [
          '../../guards/bind-guards',
          '../../../guard/guard',
          '../../../persistence/tables/accounts',
          '../../../persistence/engine/data-source',
          '../../../persistence/engine/guard-key',
          '../../../persistence/pass/writing',
          '../../../server/logger',
          '../../../development/local-issuer/local-issuer',
          '../../../config/config',
          'typeorm',
          'pg',
        ],
      },
    ]),
  ),
  'src/graphql/a.ts': {
    may: ['./request/context', './resolvers', '@apollo/subgraph', 'graphql', 'node:fs'],
    mayNot: ['../server/logger', '../application/serve', '../persistence/engine/data-source', 'pino', 'typeorm'],
  },
  'src/telemetry/a.ts': {
    may: ['./operation-record', '../domain/caller', 'node:perf_hooks'],
    mayNot: [
      './open-telemetry/span-queue',
      '../domain/errors',
      '../persistence/engine/database',
      '../server/logger',
      '@opentelemetry/api',
      'prom-client',
      'pg',
      'graphql',
    ],
  },
  'src/telemetry/open-telemetry/a.ts': {
    may: ['./span-queue', '../operation-record', '@opentelemetry/api', 'node:crypto'],
    mayNot: ['../../domain/caller', '../../server/logger', 'pino'],
  },
  'src/telemetry/metrics/a.ts': {
    may: ['./request-metrics', '../operation-record', '../../domain/caller', 'node:v8', 'prom-client'],
    mayNot: ['../../domain/errors', '../../persistence/engine/database', '../../server/logger', 'pg', 'graphql'],
  },
  'src/server/exchange/a.ts': {
    may: [
      './http-answer',
      '../../domain/errors',
      '../../telemetry/operation-record',
      '../../telemetry/tracing',
      'node:http',
    ],
    mayNot: [
      '../http-server',
      '../../telemetry/metrics/process-metrics',
      'prom-client',
      '../../domain/accounts/account-policy',
      '@apollo/server',
      'pg',
    ],
  },
  'src/server/graphiql/a.ts': {
    may: ['../exchange/exchange'],
    mayNot: ['../http-server', '../../domain/errors', 'pg'],
  },
  'src/server/apollo/a.ts': {
    may: ['../../config/config', '@apollo/server/errors', 'graphql'],
    mayNot: ['../http-server', '../../graphql/request/context', '../../domain/accounts/account-policy'],
  },
  'src/server/a.ts': {
    may: ['./logger', './exchange/exchange', '../domain/caller', '../config/config', '@apollo/server', 'pino'],
    mayNot: ['../domain/accounts/account-policy', '../persistence/engine/database', '../graphql/request/context', 'pg'],
  },
  'src/doctor/a.ts': {
    may: [
      './finding',
      '../config/config',
      '../persistence/set-up/examine',
      '../server/server-file',
      '../telemetry/open-tracing',
      'node:fs',
    ],
    mayNot: [
      '../cli/run-command',
      '../config/config-variables',
      '../domain/accounts/account-policy',
      '../persistence/engine/database',
      '../persistence/set-up/migrate',
      '../telemetry/open-telemetry/open-telemetry',
      'pg',
    ],
  },
  'src/cli/a.ts': {
    may: [
      './token-program',
      '../doctor/examination',
      '../graphql/build-schema',
      '../config/config',
      '../development/local-issuer/local-issuer',
      '../persistence/set-up/migrate',
      '../server/server-file',
      'commander',
    ],
    mayNot: [
      '../config/config-variables',
      '../domain/accounts/account-policy',
      '../persistence/engine/database',
      '../services/selling/b',
      '../graphql/request/context',
      'pg',
    ],
  },
  'src/development/embedded-postgres/a.ts': {
    may: ['./process/postmaster', './system/run-tool', 'node:fs'],
    mayNot: ['../../domain/errors', '../../config/config', '../../persistence/set-up/migrate', 'pg'],
  },
  'src/development/embedded-postgres/system/a.ts': {
    may: ['./run-tool', 'node:fs'],
    mayNot: ['../folder/reachable', 'pg'],
  },
  'src/development/embedded-postgres/folder/a.ts': {
    may: ['../system/run-tool'],
    mayNot: ['../process/postmaster', 'pg'],
  },
  'src/development/embedded-postgres/process/a.ts': {
    may: ['../folder/data-folder'],
    mayNot: ['../database/password', 'pg'],
  },
  'src/development/embedded-postgres/binaries/a.ts': {
    may: ['../folder/reachable'],
    mayNot: ['../database/password', 'pg'],
  },
  'src/development/embedded-postgres/database/a.ts': {
    may: ['../process/stop-postmaster', '../binaries/binaries'],
    mayNot: ['../start-embedded-postgres', 'pg'],
  },
  'src/development/demo/a.ts': {
    may: ['./northwind', '../../../client/src/index.ts', 'cli-progress', 'node:fs/promises'],
    mayNot: [
      '../../../client/src/caller.ts',
      '../../domain/accounts/account',
      '../../persistence/engine/database',
      '../../server/logger',
    ],
  },
  'client/src/a.ts': {
    may: ['./caller.ts', './generated/operations.ts'],
    mayNot: ['../../src/domain/errors', '../../client-cli/src/main.ts', 'node:fs', 'graphql', 'pg'],
  },
  'client-cli/src/a.ts': {
    may: ['./journal.ts', 'reseller-accounts-client', 'commander', 'cli-progress', 'node:fs'],
    mayNot: [
      '../../client/src/caller.ts',
      '../../src/domain/errors',
      'reseller-accounts-client/dist/esm/caller.js',
      'pg',
    ],
  },
  'src/development/local-issuer/a.ts': {
    may: ['./key-file', '../../identity/issuer-settings', 'jose', 'node:fs/promises'],
    mayNot: ['../../domain/caller', '../../server/logger', 'pg'],
  },
  'migrations/1-a.ts': {
    may: ['typeorm'],
    mayNot: ['../src/domain/errors', '../src/persistence/set-up/migrate', 'pg'],
  },
  'test/properties/billing/billing-model.ts': {
    may: ['./billing-calendar'],
    mayNot: ['../../../src/domain/money', '../../support/resellers', 'big.js'],
  },
  'test/domain/a.ts': { may: ['../../src/application/serve', 'pg'], mayNot: ['../../src/main'] },
};
/** A row's type that is written by hand, where it is refused and in the one room where it is not. */
const ROW_TYPES = 'scripts/row-types.grit';
const BY_HAND = {
  'src/persistence/accounts/by-query.ts': 'reader.query<{ id: string }>(statement);',
  'src/persistence/billing/by-write.ts': 'write<{ id: string }>(pass, SETUP, statement);',
  'src/services/sync/by-query.ts': 'pass.transaction.query<{ id: string }>(statement);',
  'src/persistence/engine/by-query.ts': 'reader.query<{ id: string }>(statement);',
};
const MAY_READ_THE_ENVIRONMENT = new Set(['test/domain/a.ts', 'test/properties/billing/billing-model.ts']);

const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
try {
  const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  const { $schema: _, vcs: __, ...rest } = config;
  write('biome.json', JSON.stringify({ ...rest, linter: { rules: { preset: 'none' } } }));
  write(ROW_TYPES, readFileSync(join(ROOT, ROW_TYPES), 'utf8'));
  for (const [path, statement] of Object.entries(BY_HAND)) write(path, `${statement}\n`);
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
  for (const [path] of Object.entries(BY_HAND)) {
    const isRefused = refused.has(`plugin ${path}:1`);
    if (isRefused === path.startsWith('src/persistence/engine/')) faults.push(`${path}: the rule about rows is wrong`);
  }
  faults.push(...roomFaults(config));
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

/** What the tree itself has against it. */
function roomFaults({ overrides }) {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file.replaceAll('\\', '/')}`);
  const ruled = overrides.flatMap(({ includes }) => includes);
  const folders = [...new Set(files.map(dirname))];
  const ruleless = folders.filter(
    (one) => !UNRULED.has(one) && !ruled.includes(`${one}/**`) && !ruled.includes(`${one}/*`),
  );
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `test/${file.replaceAll('\\', '/')}`);
  const crowded = [...new Set([...files, ...tests].map(dirname))]
    .map((one) => [one, [...files, ...tests].filter((file) => dirname(file) === one).length])
    .filter(([one, count]) => count > MOST_FILES && !CROWDED.has(one))
    .map(([one, count]) => `${one} holds ${count} files: it is two rooms`);
  return [
    ...ruleless.map((one) => `${one} has no import rule of its own`),
    ...crowded,
    ...loadedInProduction(files),
    ...circles(files),
  ];
}

/** Types are gone when the program runs; all else that stands at a file's top is loaded with it, wanted or not. */
function loadedInProduction(files) {
  return files.flatMap((file) => {
    const sources = readFileSync(join(ROOT, file), 'utf8').matchAll(
      /^(?:import|export)(?! type)\b[^;(]*?'(\.[^']*)'/gm,
    );
    return [...sources]
      .filter(([, source]) => {
        const path = posix.join(dirname(file), source);
        return LOADED_WHEN_NEEDED.some((room) => path.startsWith(room) && !file.startsWith(room));
      })
      .map(
        ([, source]) =>
          `${file} loads ${source} in production too: import its types, or import() it where it is needed`,
      );
  });
}

/** Files that import each other in a circle, types included. */
function circles(files) {
  const known = new Set(files);
  const imports = new Map(
    files.map((file) => {
      const sources = readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']*)'/g);
      const paths = [...sources].map(([, source]) => posix.join(dirname(file), source.replace(/\.js$/, '')));
      return [file, paths.map((path) => (known.has(`${path}.ts`) ? `${path}.ts` : `${path}/index.ts`))];
    }),
  );
  const done = new Set();
  const way = [];
  const found = [];
  const walk = (file) => {
    const at = way.indexOf(file);
    if (at >= 0) found.push(`a circle of imports: ${[...way.slice(at), file].join(' → ')}`);
    if (at >= 0 || done.has(file)) return;
    way.push(file);
    for (const next of imports.get(file) ?? []) walk(next);
    way.pop();
    done.add(file);
  };
  files.forEach(walk);
  return found;
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
