import { z } from 'zod';
import type { Caller } from '../caller';
import { instant, readArgument } from '../input';
import type { AuditOperation } from '../vocabulary';

/** One write, as the database recorded it. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  /** `at` to the microsecond, which a Date cannot hold. */
  readonly exactly: string;
  /** Who, by what: null for a write that did not come through this API. */
  readonly actorKind: Caller['kind'] | null;
  readonly actor: string | null;
  readonly tokenId: string | null;
  readonly mutation: string | null;
  readonly login: string;
  /** Null for set-up. */
  readonly accountId: string | null;
  readonly record: string;
  readonly operation: AuditOperation;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Which entries an export wants: from one instant on, before another. */
export interface AuditRange {
  readonly since: Date | null;
  readonly until: Date | null;
}

const range = z.object({ since: instant.nullish(), until: instant.nullish() });

/** Administrators read the audit and nobody else (test/domain/accounts/audit.test.ts). */
export function mayReadAudit(caller: Caller): boolean {
  return caller.kind === 'ADMINISTRATOR';
}

/** Reads the arguments of an export; one that is no instant is refused with its path. */
export function parseAuditRange(sent: { readonly since?: unknown; readonly until?: unknown }): AuditRange {
  const { since, until } = readArgument(range, sent, []);
  return { since: since ?? null, until: until ?? null };
}
