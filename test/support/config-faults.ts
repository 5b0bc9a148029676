import { ConfigError, loadConfig } from '../../src/config/config';

/** What is wrong with the environment, a line each; empty when it can be used. */
export function faultsOf(env: NodeJS.ProcessEnv, load: (env: NodeJS.ProcessEnv) => unknown = loadConfig) {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
