import type { ServiceName } from '../domain/account';
import type { Price } from '../domain/price-list';

/** A service; its prices are loaded when they are asked for and not at hand. */
export interface ServiceSource extends ServiceName {
  readonly prices?: readonly Price[];
}
