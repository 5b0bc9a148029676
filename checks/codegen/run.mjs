// `npm run codegen`: writes what codegen.yml names. The generator's own command line is left out: it brings loaders for every
// place that a schema may lie at, two hundred packages, and ours lies in one folder.
import { installPackages } from '../../scripts/install-packages.mjs';

installPackages(import.meta.dirname, 'the code generator');
const { generate } = await import('./generate.mjs');
await generate().catch((error) => {
  // A fault of the schema names its file and line.
  console.error(String(error));
  process.exitCode = 1;
});
