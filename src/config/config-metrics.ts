import type { Values } from './config-variables';

/** Who may ask what was counted, and where. */
export interface MetricsSettings {
  /** A port of its own; null: that of the API. */
  readonly place: { readonly host: string; readonly port: number } | null;
  /** Without it nobody is answered on the port of the API. */
  readonly token?: string;
}

const DEFAULT_HOST = '127.0.0.1';

/** Null: nothing is counted. What is wrong is added to `faults`. */
export function metricsOf(values: Values, faults: string[]): MetricsSettings | null {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token, PORT } = values;
  if (host !== undefined && port === undefined) faults.push('METRICS_HOST: is set, expected METRICS_PORT with it');
  if (port !== undefined && port !== 0 && port === (PORT ?? 4001)) {
    faults.push(
      `METRICS_PORT: is ${port}, as PORT is, expected another; on that one METRICS_TOKEN alone opens /metrics`,
    );
  }
  if (port === undefined && token === undefined) return null;
  return {
    place: port === undefined ? null : { host: host ?? DEFAULT_HOST, port },
    ...(token === undefined ? {} : { token }),
  };
}
