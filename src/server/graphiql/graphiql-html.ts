import { createHash } from 'node:crypto';
import { EDITORS_SCRIPT } from './graphiql-editors-script';
import { EXAMPLES } from './graphiql-examples';
import { EXAMPLES_SCRIPT } from './graphiql-examples-script';
import { FAVICON, STYLE, withoutWhatNobodyReads } from './graphiql-style';
import { TABS_SCRIPT } from './graphiql-tabs-script';
import { HEADERS_TO_FILL_IN, TOKEN_SCRIPT } from './graphiql-token';

/**
 * GraphiQL as one script, with its style and workers. Typed `string` so that no declarations come along: the package's own
 * pull in GraphQL Yoga's, which redeclare the `http` extension of GraphQL errors for the whole project, against what Apollo
 * Server takes.
 */
const PARTS: string = '@graphql-yoga/render-graphiql/graphiql';

interface Parts {
  readonly css: string;
  readonly js: string;
  readonly editorWorkerService: string;
  readonly jsonWorker: string;
  readonly graphqlWorker: string;
}

const OPTIONS = {
  title: 'Reseller accounts',
  logo: '',
  endpoint: '/graphql',
  defaultTabs: EXAMPLES.map(({ query, variables }) => ({ query, variables, headers: HEADERS_TO_FILL_IN })),
  headers: HEADERS_TO_FILL_IN,
  defaultHeaders: HEADERS_TO_FILL_IN,
  defaultEditorToolsVisibility: 'headers',
  // A token must not outlive the visit in the storage of the browser.
  shouldPersistHeaders: false,
};

/** Without the operation that was open last, GraphiQL opens an empty tab more at every visit. */
const OPENING = `
  (() => {
    let open;
    try {
      const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
      open = tabs[activeTabIndex];
    } catch {
      // The first visit, or none that is remembered.
    }
    const { query, variables } = open ?? {};
    YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
      ...${JSON.stringify(OPTIONS)},
      ...(query && { query, variables: variables ?? undefined }),
    });
  })();
`;

/** The page, with nothing in it that would have to be loaded from anywhere, and its policy. */
export async function renderGraphiql(): Promise<{ html: string; contentSecurityPolicy: string }> {
  const { css, js, editorWorkerService, jsonWorker, graphqlWorker }: Parts = await import(PARTS);
  const workers = { editorWorkerService, json: jsonWorker, graphql: graphqlWorker };
  const scripts = [prepareEditor(workers), js, TOKEN_SCRIPT, EXAMPLES_SCRIPT, TABS_SCRIPT, EDITORS_SCRIPT, OPENING];
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${OPTIONS.title}</title>
    <link rel="icon" href="${FAVICON}">
    <style>${withoutWhatNobodyReads(css)}</style>
    <style>${STYLE}</style>
  </head>
  <body class="no-focus-outline">
    <noscript>GraphiQL needs JavaScript.</noscript>
    <div id="root"><p class="opening">Opening GraphiQL …</p></div>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
  </body>
</html>
`
    // As a browser reads it, so that the fingerprints of the scripts below are those that it computes.
    .replace(/\r\n?/g, '\n');
  return { html, contentSecurityPolicy: policyFor(html) };
}

/** Workers are made of texts, since the policy lets nothing be loaded; `monaco` is what the scripts after it ask. */
function prepareEditor(workers: Readonly<Record<string, string>>): string {
  const texts = JSON.stringify(workers).replaceAll('</', '<\\/');
  return `
  (() => {
    const texts = ${texts};
    const urls = {};
    self.MonacoEnvironment = {
      globalAPI: true,
      getWorkerUrl: (_module, label) =>
        (urls[label] ??= URL.createObjectURL(new Blob([texts[label]], { type: 'application/javascript' }))),
    };
  })();
`;
}

/** Nothing from elsewhere, and no script but those that we sent. */
function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  const fingerprints = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${fingerprints.join(' ')}`,
    // The editor sets styles as it goes.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
