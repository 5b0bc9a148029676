import { STATUS_WORDS } from '../accounts/wording';
import { capitalized } from '../wording';
import type { SourceStatus } from './sync-item';

/** S13's history line, word for word. Written with the reseller's name of that moment and never rewritten. */
export function statusChangedByReseller(status: SourceStatus, resellerName: string): string {
  return `Account's Status Changed to ${STATUS_WORDS[status]} due to changes on ${resellerName}`;
}

export function copiedFrom(resellerName: string): string {
  return `Copied from ${resellerName} with the first paid subscription`;
}

export function refreshedFrom(resellerName: string, fields: readonly string[]): string {
  return `${capitalized(fields.join(', '))} updated from ${resellerName}`;
}

export function restoredBy(resellerName: string): string {
  return `Restored from ${resellerName} after a deletion by mistake`;
}

export function deletedByReseller(resellerName: string, day: string): string {
  return `Deleted due to a deletion on ${resellerName}; subscriptions end on ${day}`;
}
