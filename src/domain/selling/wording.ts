import type { SalesDocumentKind } from '../vocabulary';
import { capitalized } from '../wording';
import { sameSteps } from './quantities';
import type { Subscription } from './subscription';

export function sold(kind: SalesDocumentKind, title: string, total: string, currency: string): string {
  return `${capitalized(kind.toLowerCase())} "${title}" of ${total} ${currency}`;
}

export function subscriptionSold(quantity: number, serviceName: string, startDate: string): string {
  return `Subscription to ${quantity} × ${serviceName} from ${startDate}`;
}

/**
 * What has changed of a subscription: its start, the last of its quantities, its end. Of a deleted account an end of its own
 * may change where the day on which it ends does not; what is told is the day.
 */
export function subscriptionChanged(
  before: Pick<Subscription, 'startDate' | 'endDate' | 'cancellationDate' | 'quantities'>,
  after: Pick<Subscription, 'startDate' | 'endDate' | 'cancellationDate' | 'quantities' | 'service'>,
): string {
  const last = after.quantities.at(-1);
  const endsAsBefore = before.endDate === after.endDate && before.cancellationDate === after.cancellationDate;
  const parts = [
    ...(before.startDate === after.startDate ? [] : [`starts on ${after.startDate}`]),
    ...(last && !sameSteps(before.quantities, after.quantities) ? [`${last.quantity} from ${last.from}`] : []),
    ...(endsAsBefore ? [] : [after.endDate === null ? 'no end' : `ends on ${after.endDate}`]),
  ];
  return `Subscription to ${after.service.name} changed: ${parts.join(', ')}`;
}

export function subscriptionEnded(quantity: number, serviceName: string, endDate: string): string {
  return `Subscription to ${quantity} × ${serviceName} ends on ${endDate}`;
}
