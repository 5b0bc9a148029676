/** How it is decided which traces are recorded that nobody before us has decided on. */
export const ROOT_SAMPLERS = ['always_on', 'always_off', 'traceidratio'] as const;

/** The samplers of OpenTelemetry that ask nobody else. Of the latter, what those before us decided goes before. */
export const SAMPLERS = [
  ...ROOT_SAMPLERS,
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** Where traces go, and which. The names of the settings are OpenTelemetry's. */
export interface TracingSettings {
  /** The whole URL of what takes OTLP over HTTP as JSON. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the process is called, and what else is said of it. */
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: {
    readonly root: (typeof ROOT_SAMPLERS)[number];
    /** Of traceidratio. */
    readonly ratio: number;
    /** Whether what those before us decided goes before. */
    readonly isParentBased: boolean;
  };
}
