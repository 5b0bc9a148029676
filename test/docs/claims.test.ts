import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';
import { writtenFiles } from './repository-files';

/** Documents and comments name tests that hold what they claim, and files where a thing is: those names stay true. */
const ROOT = packageRoot();
const FILES = writtenFiles();
const FOLDERS = new Set(FILES.flatMap(foldersAbove));

const DOCUMENTS = FILES.filter((path) => /^(README|ARCHITECTURE|SECURITY|DEVELOPMENT)\.md$|^docs\/.+\.md$/.test(path));
const SOURCES = FILES.filter((path) => /^(src|test)\/.+\.ts$|^schema\/.+\.graphql$/.test(path));

test.each(DOCUMENTS)('%s names files that there are', (path) => {
  const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
  const unknown = lines.flatMap((line, index) =>
    pathsInDocument(line)
      .filter((name) => !exists(name))
      .map((name) => `${path}:${index + 1} ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('comments and descriptions of the schema name files that there are', () => {
  const unknown = SOURCES.flatMap((path) =>
    textsOf(path, readFileSync(join(ROOT, path), 'utf8')).flatMap(({ text, line }) =>
      pathsInComment(text)
        .filter((name) => !exists(name) && !existsSync(join(ROOT, path, '..', name)))
        .map((name) => `${path}:${line} ${name}`),
    ),
  );
  expect(unknown).toEqual([]);
});

describe('a name', () => {
  test.each([
    ['of a file from the root', 'test/guard/guard.test.ts'],
    ['of a file from src', 'domain/accounts/account-policy.ts'],
    ['of a test without its ending', 'guard/guard'],
    ['of a file alone', 'account-policy.ts'],
    ['of a folder', 'src/domain'],
    ['of all in a folder', 'test/races/*'],
    ['of several at once', 'src/graphql/resolvers/{Query,Mutation}'],
  ])('%s is known', (_what, name) => {
    expect(exists(name)).toBe(true);
  });

  test.each([
    'test/guard/gone.test.ts',
    'domain/gone.ts',
    'guard/gone',
    'gone.ts',
    'src/gone',
    'test/gone/*',
    'src/graphql/resolvers/{Query,Gone}',
  ])('%s is not', (name) => {
    expect(exists(name)).toBe(false);
  });

  test('is found where it stands', () => {
    expect(pathsInDocument('See `test/guard`, `domain/a.ts`, [why](docs/decisions) and `application/json`.')).toEqual([
      'test/guard',
      'domain/a.ts',
      'docs/decisions',
    ]);
    expect(pathsInComment('see b in sync/a.ts, and test/races (not main.ts’s, nor a/b)')).toEqual([
      'sync/a.ts',
      'test/races',
      'main.ts',
    ]);
    expect(commentsOf('const a = "test/x"; // one\n/**\n * two\n */\nconst b = 3;\n')).toEqual([
      { text: ' one', line: 1 },
      { text: '/**', line: 2 },
      { text: ' * two', line: 3 },
      { text: ' */', line: 4 },
    ]);
  });
});

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

/** Whether there is such a file or folder: from the root, src or test, a test also without its ending. */
function exists(name: string): boolean {
  const several = /^(.*)\{([^}]+)\}(.*)$/.exec(name);
  if (several) {
    const [, before = '', inner = '', after = ''] = several;
    return inner.split(',').every((one) => exists(`${before}${one.trim()}${after}`));
  }
  const path = name.replace(/\/\**$/, '');
  if (isSource(name) && !name.includes('/')) return FILES.some((file) => file === name || file.endsWith(`/${name}`));
  return ['', 'src/', 'test/']
    .flatMap((room) => [`${room}${path}`, `${room}${path}.ts`, `${room}${path}.test.ts`])
    .some((candidate) => FOLDERS.has(candidate) || FILES.includes(candidate));
}

/** The rooms whose names begin a path in a document; other words with a slash are media types, routes and the like. */
const ROOMS = [...new Set([...FILES, ...FOLDERS].map((path) => path.replace(/^(src|test)\//, '').split('/')[0] ?? ''))];

/** What stands between backticks or in a link, and is a path or the name of a source. */
function pathsInDocument(line: string): string[] {
  const marked = [...line.matchAll(/`([^`\s]+)`|\]\(([^)#\s]+)\)/g)].map(([, code, link]) => code ?? link ?? '');
  return marked.filter(
    (name) =>
      /^[\w.{},*/-]+$/.test(name) && !/^application\/[\w-]*json$/.test(name) && (isSource(name) || beginsInRoom(name)),
  );
}

/** In a comment a path stands without marks: what begins as one from the root, or ends as a source does. */
function pathsInComment(text: string): string[] {
  const words = text.match(/[\w.{},*/-]+/g) ?? [];
  return words
    .map((word) => word.replace(/[.,*]+$/, '').replace(/^[.*]+(?=\w)/, ''))
    .filter((word) => isSource(word) || /^(src|test|docs|schema|migrations|checks|scripts|examples)\/./.test(word));
}

function isSource(name: string): boolean {
  return /^[\w{][\w.{},*/-]*\.(ts|mjs|graphql|md)$/.test(name) && !/^\*/.test(name);
}

function beginsInRoom(name: string): boolean {
  const [first = ''] = name.split('/');
  return name.includes('/') && ROOMS.includes(first);
}

/** Of a schema, whose descriptions are texts like any other, all lines. */
function textsOf(path: string, source: string): { text: string; line: number }[] {
  if (!path.endsWith('.graphql')) return commentsOf(source);
  return source.split('\n').map((text, index) => ({ text, line: index + 1 }));
}

/** The lines of comments; a string that looks like one would only be looked at too. */
function commentsOf(source: string): { text: string; line: number }[] {
  let inside = false;
  return source.split('\n').flatMap((text, index) => {
    const line = index + 1;
    if (/^\s*\/\*/.test(text)) inside = true;
    if (inside) {
      inside = !text.includes('*/');
      return [{ text, line }];
    }
    const [, comment] = /(?:^|\s)\/\/(.*)$/.exec(text) ?? [];
    return comment === undefined ? [] : [{ text: comment, line }];
  });
}
