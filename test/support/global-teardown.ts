import { rmSync } from 'node:fs';
import type { EmbeddedPostgres } from '../../src/development/embedded-postgres/start-embedded-postgres';
import type { Pooler } from './wire/pooler';

export default async function stopCluster(): Promise<void> {
  const pooler: Pooler | undefined = Reflect.get(globalThis, 'testPooler');
  pooler?.stop();
  const postgres: EmbeddedPostgres | undefined = Reflect.get(globalThis, 'testPostgres');
  if (postgres === undefined) return;
  await postgres.stop();
  rmSync(Reflect.get(globalThis, 'testDataDir'), { recursive: true, force: true });
}
