import { loadConfig } from '../../src/config/config';
import { faultsOf } from '../support/config-faults';

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
const tracingOf = (env: Record<string, string>) => loadConfig(env).tracing;

describe('where traces go', () => {
  test('is nowhere unless an endpoint is set, or where all is switched off', () => {
    expect(tracingOf({ OTEL_SERVICE_NAME: 'accounts' })).toBeNull();
    expect(tracingOf({ ...ENDPOINT, OTEL_SDK_DISABLED: 'TRUE' })).toBeNull();
    expect(tracingOf({ ...ENDPOINT, OTEL_SDK_DISABLED: 'false' })).not.toBeNull();
  });

  test('is below the endpoint, or at the one for traces as it is written', () => {
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example/in//' })?.url).toBe(
      'https://otel.example/in/v1/traces',
    );
    const OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = 'http://tempo:4318/custom';
    expect(tracingOf({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT })?.url).toBe('http://tempo:4318/custom');
    expect(tracingOf({ ...ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT })?.url).toBe('http://tempo:4318/custom');
  });

  test('takes the headers and what is said of the process as OpenTelemetry writes lists', () => {
    const tracing = tracingOf({
      ...ENDPOINT,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20YTpi, x-tenant = a=b',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=live,service.name=other',
    });
    expect(tracing).toMatchObject({
      headers: { authorization: 'Basic YTpi', 'x-tenant': 'a=b' },
      resource: { 'deployment.environment.name': 'live', 'service.name': 'other' },
    });
    const named = tracingOf({
      ...ENDPOINT,
      OTEL_SERVICE_NAME: 'mine',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other',
    });
    expect(named?.resource).toEqual({ 'service.name': 'mine' });
  });
});

describe('which traces are recorded', () => {
  test.each([
    ['always_on', { root: 'always_on', ratio: 1, isParentBased: false }],
    ['always_off', { root: 'always_off', ratio: 1, isParentBased: false }],
    ['traceidratio', { root: 'traceidratio', ratio: 0.25, isParentBased: false }],
    ['parentbased_always_on', { root: 'always_on', ratio: 1, isParentBased: true }],
    ['parentbased_always_off', { root: 'always_off', ratio: 1, isParentBased: true }],
    ['parentbased_traceidratio', { root: 'traceidratio', ratio: 0.25, isParentBased: true }],
  ])('as the sampler %s says', (name, sampler) => {
    const ratio: Record<string, string> = name.endsWith('ratio') ? { OTEL_TRACES_SAMPLER_ARG: '0.25' } : {};
    expect(tracingOf({ ...ENDPOINT, OTEL_TRACES_SAMPLER: name, ...ratio })?.sampler).toEqual(sampler);
  });
});

test('faults are told all at once, and no value that may let somebody send there', () => {
  const faults = faultsOf({
    SLOW_OPERATION_MS: '1.5',
    OTEL_EXPORTER_OTLP_ENDPOINT: 's3cret:4317',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'grpc://s3cret',
    OTEL_EXPORTER_OTLP_HEADERS: 's3cret',
    OTEL_RESOURCE_ATTRIBUTES: 'a=%s3',
    OTEL_TRACES_SAMPLER: 'jaeger_remote',
    OTEL_TRACES_SAMPLER_ARG: '2',
    OTEL_SDK_DISABLED: 'yes',
  });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([
    'SLOW_OPERATION_MS',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    'OTEL_EXPORTER_OTLP_HEADERS',
    'OTEL_RESOURCE_ATTRIBUTES',
    'OTEL_TRACES_SAMPLER',
    'OTEL_TRACES_SAMPLER_ARG',
    'OTEL_SDK_DISABLED',
  ]);
  expect(faults.join()).not.toContain('s3');
});

test('a ratio without a sampler that takes one is a fault', () => {
  const env = { ...ENDPOINT, OTEL_TRACES_SAMPLER_ARG: '0.1' };
  expect(faultsOf({ ...env, OTEL_TRACES_SAMPLER: 'always_on' })).toEqual([
    expect.stringContaining('OTEL_TRACES_SAMPLER_ARG'),
  ]);
  expect(faultsOf(env)).toHaveLength(1);
  expect(faultsOf({ ...env, OTEL_TRACES_SAMPLER: 'traceidratio' })).toEqual([]);
});
