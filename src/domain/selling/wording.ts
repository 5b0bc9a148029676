import type { SalesDocumentKind } from '../vocabulary';
import { capitalized } from '../wording';

export function sold(kind: SalesDocumentKind, title: string, total: string, currency: string): string {
  return `${capitalized(kind.toLowerCase())} "${title}" of ${total} ${currency}`;
}

export function subscriptionSold(quantity: number, serviceName: string, startDate: string): string {
  return `Subscription to ${quantity} × ${serviceName} from ${startDate}`;
}

export function subscriptionEnded(quantity: number, serviceName: string, endDate: string): string {
  return `Subscription to ${quantity} × ${serviceName} ends on ${endDate}`;
}
