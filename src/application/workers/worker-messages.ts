import type { LogLevel, ServingConfig } from '../../config/config';
import type { MetricReport } from '../../telemetry/metrics/metric-report';
import type { LoginUrls } from '../logins';
import type { Shares } from '../shares';

/**
 * What the first process and those that serve say to each other, in JSON. Nobody else hears it, so that it may hold
 * secrets. Whatever is to be asked of all of them is one more `kind` in each direction.
 */
export type ToWorker =
  | { readonly kind: 'serve'; readonly worker: number; readonly plan: WorkerPlan }
  | { readonly kind: 'logAt'; readonly level: LogLevel }
  /** What has it counted? One alone is to look at the database besides. */
  | { readonly kind: 'report'; readonly number: number; readonly isToLook: boolean }
  /** What all have counted, for the worker that asked; null: nobody can say. */
  | { readonly kind: 'scraped'; readonly number: number; readonly text: string | null }
  | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'serving'; readonly url: string }
  | { readonly kind: 'failed'; readonly text: string }
  /** 0: it was not asked; the last that is heard of it. */
  | { readonly kind: 'report'; readonly number: number; readonly report: MetricReport }
  /** Somebody asks it what all have counted. */
  | { readonly kind: 'scrape'; readonly number: number };

/** What a worker cannot find out by itself. The environment is read once, by the first process. */
export interface WorkerPlan {
  readonly config: ServingConfig;
  readonly shares: Shares;
  readonly logins: LoginUrls;
}
