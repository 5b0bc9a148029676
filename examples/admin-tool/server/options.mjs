import { parseArgs } from 'node:util';
import { portOf, urlOf } from '../../page-server/options.mjs';

const PORT = 4010;

export const USAGE = `Usage: npm run admin-tool -- [options]

A page that builds itself from what the server tells: its schema, and its rules as data.

  --port <port>  where the page is served on 127.0.0.1 (default: ${PORT}; 0 takes a free one)
  --url <url>    the GraphQL endpoint to look at; left out: the server that runs here, or one that is started
  --help         this
`;

/** What the command line says; throws what is wrong with it. */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, url: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  return { help: values.help, port: portOf(values.port ?? String(PORT)), url: urlOf(values.url, '--url') };
}
