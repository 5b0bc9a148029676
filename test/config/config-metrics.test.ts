import { loadConfig } from '../../src/config/config';
import { faultsOf } from '../support/config-faults';

const TOKEN = 'sixteen-of-scrap';

test.each<[string, Record<string, string>, ReturnType<typeof loadConfig>['metrics']]>([
  ['nowhere', {}, null],
  ['on the port of the API, behind a token', { METRICS_TOKEN: TOKEN }, { place: null, token: TOKEN }],
  ['on a port of its own, of this machine', { METRICS_PORT: '9464' }, { place: { host: '127.0.0.1', port: 9464 } }],
  ['on a free one', { METRICS_PORT: '0', PORT: '0' }, { place: { host: '127.0.0.1', port: 0 } }],
  [
    'for a network, with a token',
    { METRICS_PORT: '9464', METRICS_HOST: '::', METRICS_TOKEN: TOKEN },
    { place: { host: '::', port: 9464 }, token: TOKEN },
  ],
])('what was counted is told %s', (_, env, metrics) => {
  expect(loadConfig(env).metrics).toEqual(metrics);
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a host without a port', { METRICS_HOST: '0.0.0.0' }, /^METRICS_HOST: is set, expected METRICS_PORT/],
  ['the port of the API', { PORT: '4005', METRICS_PORT: '4005' }, /^METRICS_PORT: is 4005, as PORT is/],
  ['its default', { METRICS_PORT: '4001' }, /^METRICS_PORT: is 4001, as PORT is/],
  ['a port that is none', { METRICS_PORT: '65536' }, /^METRICS_PORT: got "65536"/],
  ['a token that is too short', { METRICS_TOKEN: 'short' }, /^METRICS_TOKEN: got a value that is not shown/],
])('a fault is named: %s', (_, env, fault) => {
  expect(faultsOf(env)).toEqual([expect.stringMatching(fault)]);
});
