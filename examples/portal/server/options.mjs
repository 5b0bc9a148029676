import { parseArgs } from 'node:util';

const PORT = 4020;

export const USAGE = `Usage: npm run portal -- [options]

The portal, with the gateway that it talks to and all that stands behind that.

  --port <port>  where the portal is served on 127.0.0.1 (default: ${PORT}; 0 takes a free one)
  --help         this
`;

/** What the command line says; throws what is wrong with it. */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  return { help: values.help, port: portOf(values.port ?? String(PORT)) };
}

function portOf(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new Error(`--port must be a port, 0 to 65535; it is "${text}".`);
}
