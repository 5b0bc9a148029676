import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';
import { writtenFiles } from './repository-files';

/**
 * "Where do I put…" in ARCHITECTURE.md: a case with an example lists every file that knows the example, whatever its
 * spelling there (`billingAddress`, `billing_address`, `BILLING_ADDRESS`).
 */
const ROOT = packageRoot();
const KNOWING = writtenFiles().filter(
  (path) => /^(src|schema|migrations|docs)\//.test(path) && !/generated|released\.graphql/.test(path),
);

interface Case {
  readonly title: string;
  readonly example: string;
  readonly listed: readonly string[];
}

function cases(): Case[] {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const [, section = ''] = text.split('## Where do I put…');
  return section
    .split(/^- /m)
    .slice(1)
    .flatMap((bullet) => {
      const [, title = '', example] = /^\*\*([^*]+)\*\* \(`(\w+)`\):/.exec(bullet.replace(/\s+/g, ' ')) ?? [];
      if (example === undefined) return [];
      const named = [...bullet.slice(bullet.indexOf('):')).matchAll(/`([\w/.-]+\.\w+)`/g)].map(([, path = '']) => path);
      const listed = named.map((path) => KNOWING.find((file) => file === path || file === `src/${path}`) ?? path);
      return [{ title, example, listed: /\ba\s+migration\b/.test(bullet) ? [...listed, 'migrations'] : listed }];
    });
}

/** The files that know the example; of migrations that some do. */
function knowing(example: string): string[] {
  const snake = example.replace(/([a-z])([A-Z])/g, '$1_$2');
  const word = new RegExp(`\\b(${example}|${snake.toLowerCase()}|${snake.toUpperCase()})\\b`);
  const files = KNOWING.filter((path) => word.test(readFileSync(join(ROOT, path), 'utf8')));
  return [...new Set(files.map((path) => (path.startsWith('migrations/') ? 'migrations' : path)))];
}

test('there are cases to look at', () => {
  expect(cases().length).toBeGreaterThan(6);
});

test.each(cases())(
  '$title, as $example, is known to the files that are listed and no others',
  ({ example, listed }) => {
    expect([...listed].sort()).toEqual(knowing(example).sort());
  },
);
