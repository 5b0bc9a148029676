import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { EXAMPLES } from '../../../src/server/graphiql/graphiql-examples';
import { type GraphiqlPage, lazyGraphiqlPage } from '../../../src/server/graphiql/graphiql-page';
import { withoutWhatNobodyReads } from '../../../src/server/graphiql/graphiql-style';

describe('the GraphiQL page', () => {
  let page: GraphiqlPage;
  let html: string;

  beforeAll(async () => {
    page = await lazyGraphiqlPage()();
    html = page.html.content.toString();
  });

  test('is made once', async () => {
    const graphiql = lazyGraphiqlPage();
    expect(await graphiql()).toBe(await graphiql());
  });

  test('loads nothing from anywhere: no script, style, image, font or frame by address', () => {
    const outsideScripts = html.replace(/<script>[\s\S]*?<\/script>/g, '').replace(/<style>[\s\S]*?<\/style>/g, '');
    const addresses = [...outsideScripts.matchAll(/(?:src|href|action)=["']?([^"'\s>]+)/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.filter((address) => !address.startsWith('data:'))).toEqual([]);

    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style).join('\n');
    const urls = [...styles.matchAll(/url\(\s*["']?([^)"']{0,8})/g)].map(([, url = '']) => url);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(styles).not.toContain('@import');
    expect(html).not.toContain('unpkg.com');
    expect(html).not.toContain('jsdelivr');
  });

  test('is allowed by its policy to speak to this server only, and to run no script but those in it', () => {
    const policy = new Map(
      page.contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
    );
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);

    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('script-src')).toEqual(
      scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`),
    );
    expect(page.contentSecurityPolicy).not.toMatch(/https?:|\*/);
  });

  test('has a header ready for a token, and does not keep tokens in the storage of the browser', () => {
    expect(html).toContain('Bearer <paste the output of: npm run -s token -- administrator>');
    expect(html).toContain('"shouldPersistHeaders":false');
    expect(html).toContain('"defaultEditorToolsVisibility":"headers"');
  });

  test('offers a tab each for the queries that a newcomer would ask', () => {
    const names = EXAMPLES.map(({ query }) => {
      const [operation] = parse(query).definitions;
      return operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined;
    });
    expect(names).toEqual(['Resellers', 'Viewer', 'ManagedAccounts', 'Policy', 'EditALockedField']);
    for (const { query } of EXAMPLES) expect(html).toContain(JSON.stringify(query));
  });
});

describe('what the page weighs', () => {
  test('under 2 MB over the wire, and 9 MB in the browser', async () => {
    const { html } = await lazyGraphiqlPage()();
    expect((await html.as('br')).length).toBeLessThan(2_000_000);
    expect(html.content.length).toBeLessThan(9_000_000);
  });

  test('of its fonts those for Latin letters are left, and each once', () => {
    const font = (source: string, range: string) => `@font-face{src:url(${source});unicode-range:${range}}`;
    const icons = '@font-face{font-family:icons;src:url(i)}';
    const [latin, more, greek] = [font('l', 'U+0000-00FF'), font('m', 'U+0100-024F'), font('g', 'U+0370-03FF')];
    expect(withoutWhatNobodyReads(`${icons}a{b:c}${latin}${more}${greek}${icons}`)).toBe(
      `${icons}a{b:c}${latin}${more}`,
    );
  });
});
