import type { ExportEvent, Tracing } from './tracing';
import type { TracingSettings } from './tracing-settings';

/** What sends traces, in the versions that are tried (package.json has the same as peers; test/telemetry/tracing-packages.test.ts). */
export const TRACING_PACKAGES = {
  '@opentelemetry/api': '1.9.1',
  '@opentelemetry/exporter-trace-otlp-http': '0.220.0',
  '@opentelemetry/resources': '2.9.0',
  '@opentelemetry/sdk-trace': '2.9.0',
};

/** Traces are wanted, and what sends them is not there. */
export class MissingTracerError extends Error {
  override readonly name = 'MissingTracerError';

  constructor(options: ErrorOptions) {
    const packages = Object.entries(TRACING_PACKAGES).map(([name, version]) => `${name}@${version}`);
    super(
      `OTEL_EXPORTER_OTLP_ENDPOINT: traces are to be sent, and the packages that send them are not installed. Run "npm install --no-save --save-prod --omit=dev ${packages.join(' ')}", or leave it unset.`,
      options,
    );
  }
}

/** Loads what sends traces, which nobody else loads (test/telemetry/not-loaded.test.ts). */
export async function openTracing(settings: TracingSettings, tell: (event: ExportEvent) => void): Promise<Tracing> {
  const { openOpenTelemetry } = await loadOpenTelemetry();
  return openOpenTelemetry(settings, tell);
}

export async function loadOpenTelemetry() {
  try {
    return await import('./open-telemetry/open-telemetry.js');
  } catch (error) {
    throw isMissingPackage(error) ? new MissingTracerError({ cause: error }) : error;
  }
}

function isMissingPackage(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const isMissing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
  return isMissing && typeof message === 'string' && message.includes('@opentelemetry/');
}
