import { parseArgs } from 'node:util';

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
  return { help: values.help, port: portOf(values.port ?? String(PORT)), url: urlOf(values.url) };
}

function portOf(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new Error(`--port must be a port, 0 to 65535; it is "${text}".`);
}

function urlOf(text) {
  if (text === undefined) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Error(`--url must be an address that begins with http:// or https://; it is "${text}".`);
}
