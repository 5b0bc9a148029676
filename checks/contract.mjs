// `npm run -s contract -- sync`: what one contract's callers see of this subgraph, as SDL. Nothing else is on stdout, so that
// `> sync.graphql` is a file to generate types from.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages } from '../scripts/install-packages.mjs';
import { CONTRACTS } from './schema/contract-names.mjs';

const USAGE = `Usage: npm run -s contract -- ${Object.keys(CONTRACTS).join(' | ')} [--supergraph]

Prints the schema of one contract as SDL:

${Object.entries(CONTRACTS)
  .map(([name, use]) => `  ${name.padEnd(14)}${use}`)
  .join('\n')}

  --supergraph  what a gateway is given for it, in place of what its callers see
  --help        this`;

const asked = read(process.argv.slice(2));
if (asked === null) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (asked.help) {
  console.log(USAGE);
} else {
  installPackages(fileURLToPath(new URL('.', import.meta.url)), 'what composes contracts');
  const { composeContract } = await import('./schema/contracts.mjs');
  const { ours } = await import('./schema/subgraphs.mjs');
  const { apiSdl, supergraphSdl } = composeContract(asked.name, [ours()]);
  process.stdout.write(asked.supergraph ? `${supergraphSdl.trimEnd()}\n` : apiSdl);
}

/** What the command line asks for; null when it is none. */
function read(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { supergraph: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return values;
    const [name, ...others] = positionals;
    return others.length === 0 && Object.hasOwn(CONTRACTS, name ?? '') ? { ...values, name } : null;
  } catch {
    return null;
  }
}
