import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patientOf } from '../../src/doctor/patient';
import { lookAtEnvFile } from '../../src/doctor/settings-check';

describe('a file .env', () => {
  let path: string;
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'doctor-env-')), '.env');
    writeFileSync(path, '');
  });
  afterEach(() => rmSync(join(path, '..'), { recursive: true }));

  const verdict = async (env: NodeJS.ProcessEnv, mode: number) => {
    chmodSync(path, mode);
    return (await lookAtEnvFile(patientOf(env), path)).map((finding) => finding.verdict);
  };

  test.each([
    ['DATABASE_URL', 'postgresql://portal:s3cret@db/accounts'],
    ['PORTAL_PASSWORD', 'of-the-portal'],
    ['GATEWAY_SECRET', 'sixteen-letters!'],
    ['METRICS_TOKEN', 'sixteen-letters!'],
    ['AUDIT_TOKEN', 'eyJ'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=Bearer%20abc'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://key@collector.example'],
  ])('with %s is warned of when others may read it', async (name, value) => {
    expect(await verdict({ [name]: value }, 0o644)).toEqual(['warning']);
    expect(await verdict({ [name]: value }, 0o600)).toEqual(['ok']);
  });

  test('without a secret is for everybody, and none is no fault', async () => {
    expect(await verdict({ PORT: '4001', OTEL_SERVICE_NAME: 'accounts' }, 0o644)).toEqual(['ok']);
    rmSync(path);
    expect(await lookAtEnvFile(patientOf({}), path)).toMatchObject([{ verdict: 'ok' }]);
  });
});
