import type { LogLevel, ServingConfig } from '../config/config';
import type { LoginUrls } from './logins';
import type { Shares } from './shares';

/**
 * What the first process and those that serve say to each other, in JSON. Nobody else hears it, so that it may hold
 * secrets. Whatever is to be asked of all of them is one more `kind` in each direction.
 */
export type ToWorker =
  | { readonly kind: 'serve'; readonly worker: number; readonly plan: WorkerPlan }
  | { readonly kind: 'logAt'; readonly level: LogLevel }
  | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'serving'; readonly url: string }
  | { readonly kind: 'failed'; readonly text: string };

/** What a worker cannot find out by itself. The environment is read once, by the first process. */
export interface WorkerPlan {
  readonly config: ServingConfig;
  readonly shares: Shares;
  readonly logins: LoginUrls;
}
