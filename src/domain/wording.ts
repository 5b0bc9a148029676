import type { Caller } from './caller';

/** Who did it, as the history shows it. */
export function actorName(caller: Caller, resellerName: string | null): string {
  return caller.kind === 'RESELLER_SYNC' ? `${resellerName ?? caller.tenantResellerId} Tenant Reseller` : caller.id;
}

/** Several things as a person lists them: "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** With a capital at its beginning, as a line of the history begins. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
