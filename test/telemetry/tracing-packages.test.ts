import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asStartError } from '../../src/application/start-error';
import { packageRoot } from '../../src/config/package-root';
import { MissingTracerError, openTracing, TRACING_PACKAGES } from '../../src/telemetry/open-tracing';
import type { TracingSettings } from '../../src/telemetry/tracing-settings';

const SETTINGS: TracingSettings = {
  url: 'http://127.0.0.1:1/v1/traces',
  headers: {},
  resource: {},
  sampler: { root: 'always_on', ratio: 1, isParentBased: true },
};
const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));

test('what is to be installed are the optional peers, in the versions that are tried', () => {
  for (const [name, version] of Object.entries(TRACING_PACKAGES)) {
    expect(manifest.devDependencies[name]).toBe(version);
    expect(manifest.peerDependencies[name]).toBe(version.replace(/\d+$/, 'x'));
    expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
    expect(manifest.dependencies[name]).toBeUndefined();
  }
  expect(Object.keys(manifest.peerDependencies)).toEqual(Object.keys(TRACING_PACKAGES));
});

describe('where they are not installed', () => {
  afterEach(() => jest.resetModules());

  const failingWith = (message: string, code: string) => {
    jest.doMock('@opentelemetry/api', () => {
      throw Object.assign(new Error(message), { code });
    });
    return openTracing(SETTINGS, () => undefined).catch((error: unknown) => error);
  };

  test('the start says by name what to install', async () => {
    const error = await failingWith("Cannot find module '@opentelemetry/api'", 'MODULE_NOT_FOUND');
    expect(error).toBeInstanceOf(MissingTracerError);
    const told = asStartError(error);
    expect(told).toMatchObject({ name: 'StartError' });
    for (const [name, version] of Object.entries(TRACING_PACKAGES)) {
      expect((told as Error).message).toContain(`${name}@${version}`);
    }
    expect((told as Error).message).toMatch(/^OTEL_EXPORTER_OTLP_ENDPOINT: /);
  });

  test('what else is broken is told as it is', async () => {
    const error = await failingWith("Cannot find module 'other'", 'MODULE_NOT_FOUND');
    expect(error).not.toBeInstanceOf(MissingTracerError);
    expect(error).toMatchObject({ message: "Cannot find module 'other'" });
  });
});
