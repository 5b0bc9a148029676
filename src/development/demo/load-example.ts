import { type ExampleTokens, loadNorthwind } from './load-northwind';
import { isLoaded, markLoaded } from './loaded-mark';
import { readNorthwind } from './northwind';
import { showProgress } from './progress';

/** Loads the example of this folder into the running server, unless its database has it. */
export async function loadExample(
  url: string,
  tokens: ExampleTokens,
  folder: string,
  dataDir: string,
  out: NodeJS.WriteStream,
): Promise<void> {
  if (await isLoaded(dataDir, url, await tokens.administrator())) return;
  const progress = showProgress('Loading the Northwind example', out);
  try {
    await markLoaded(dataDir, await loadNorthwind(url, tokens, await readNorthwind(folder), progress.report));
  } finally {
    progress.end();
  }
}
