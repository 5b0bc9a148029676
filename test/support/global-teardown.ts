import { rmSync } from 'node:fs';
import type { EmbeddedPostgres } from '../../src/development/embedded-postgres/start-embedded-postgres';

export default async function stopCluster(): Promise<void> {
  const postgres: EmbeddedPostgres = Reflect.get(globalThis, 'testPostgres');
  await postgres.stop();
  rmSync(Reflect.get(globalThis, 'testDataDir'), { recursive: true, force: true });
}
