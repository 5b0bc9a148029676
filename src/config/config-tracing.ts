import type { ROOT_SAMPLERS, TracingSettings } from '../telemetry/tracing-settings';
import type { Values } from './config-variables';

const DEFAULT_NAME = 'reseller-accounts';
const PARENT_BASED = 'parentbased_';

/** Where traces go; null where none are wanted. What is wrong is added to `faults`, and the answer is then not to be used. */
export function tracingOf(values: Values, faults: string[]): TracingSettings | null {
  const { OTEL_TRACES_SAMPLER: sampler = 'parentbased_always_on', OTEL_TRACES_SAMPLER_ARG: ratio } = values;
  if (ratio !== undefined && !sampler.endsWith('traceidratio')) {
    faults.push(
      `OTEL_TRACES_SAMPLER_ARG: got ${ratio}, expected none with OTEL_TRACES_SAMPLER=${sampler}: only a ratio takes one`,
    );
  }
  const url = urlOf(values);
  if (url === null || values.OTEL_SDK_DISABLED === true) return null;
  const isParentBased = sampler.startsWith(PARENT_BASED);
  const root = (isParentBased ? sampler.slice(PARENT_BASED.length) : sampler) as (typeof ROOT_SAMPLERS)[number];
  const resource = values.OTEL_RESOURCE_ATTRIBUTES ?? {};
  const name = values.OTEL_SERVICE_NAME ?? resource['service.name'] ?? DEFAULT_NAME;
  return {
    url,
    headers: values.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    resource: { ...resource, 'service.name': name },
    sampler: { root, ratio: ratio ?? 1, isParentBased },
  };
}

/** The one for traces is whole; to the one for all that OpenTelemetry sends, the path of traces is added. */
function urlOf({
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole,
  OTEL_EXPORTER_OTLP_ENDPOINT: base,
}: Values): string | null {
  if (whole !== undefined) return whole;
  return base === undefined ? null : `${base.replace(/\/+$/, '')}/v1/traces`;
}
