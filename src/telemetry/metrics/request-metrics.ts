import { Counter, type Registry } from 'prom-client';
import type { Caller } from '../../domain/caller';
import type { OperationRecord } from '../operation-record';
import type { DeniedWrites } from './denied-writes';
import { OperationMetrics } from './operation-metrics';
import { OperationNames } from './operation-names';
import { LIMIT_OF, REQUEST_LIMITS, type RequestLimit } from './request-limits';
import { SyncMetrics } from './sync-metrics';

/** What is known of an HTTP request once it is over. */
export interface EndedExchange {
  /** One that is ours, or `unknown`. */
  readonly path: string;
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly seconds: number;
  /** The caller did not take the answer. */
  readonly isAborted: boolean;
  readonly caller: Caller | null;
  /** Null when no operation was looked at. */
  readonly operation: OperationRecord | null;
  /** Of the refusal of the whole, and the limit that it ran into where the code does not tell. */
  readonly code: string | null;
  readonly limit: RequestLimit | null;
}

const AWAY_CODES = new Set(['TEMPORARILY_UNAVAILABLE', 'OUTCOME_UNKNOWN']);
const POLICY_CODES = new Set(['ACTION_NOT_ALLOWED', 'FIELD_LOCKED']);
const FAULT = 'INTERNAL_SERVER_ERROR';
const NONE = 'none';

/** What requests come to, whoever sends them. */
export class RequestMetrics {
  readonly #operations: OperationMetrics;
  readonly #names: OperationNames;
  readonly #sync: SyncMetrics;
  readonly #answers;
  readonly #refusals;
  readonly #limits;
  readonly #faults;

  constructor(
    registry: Registry,
    private readonly denied: DeniedWrites,
  ) {
    const registers = [registry];
    this.#operations = new OperationMetrics(registry);
    this.#names = new OperationNames((name) => this.#operations.forget(name));
    this.#sync = new SyncMetrics(registry);
    this.#answers = new Counter({
      name: 'reseller_accounts_http_answers_total',
      help: 'HTTP answers by path and status; status none: the caller went away before.',
      labelNames: ['path', 'status'] as const,
      registers,
    });
    this.#refusals = new Counter({
      name: 'reseller_accounts_refusals_total',
      help: 'Refusals that callers were told, by code and by the action that the policy refused.',
      labelNames: ['code', 'action'] as const,
      registers,
    });
    this.#limits = new Counter({
      name: 'reseller_accounts_limit_refusals_total',
      help: 'Requests that ran into a limit of bodies, of what a caller may hold, of operations or of time.',
      labelNames: ['limit'] as const,
      registers,
    });
    this.#faults = new Counter({
      name: 'reseller_accounts_faults_total',
      help: 'What went wrong here: each is masked for the caller and stands in the log with its request id.',
      registers,
    });
    // What is there from the beginning is seen to grow by its first.
    for (const limit of REQUEST_LIMITS) this.#limits.inc({ limit }, 0);
  }

  ended(exchange: EndedExchange): void {
    const { path, status, operation, code, limit } = exchange;
    this.#answers.inc({ path, status: status === null ? NONE : String(status) });
    const faults = (operation?.faults ?? 0) + (code === FAULT ? 1 : 0);
    if (faults > 0) this.#faults.inc(faults);
    const reached = limit ?? (code === null ? undefined : LIMIT_OF.get(code));
    if (reached !== undefined) this.#limits.inc({ limit: reached });
    if (path === '/graphql') this.#countOperation(exchange);
  }

  #countOperation(exchange: EndedExchange): void {
    const { operation, caller, status, seconds, code } = exchange;
    const counted = {
      operation: this.#labelOf(exchange),
      caller: caller?.kind ?? NONE,
      outcome: outcomeOf(exchange),
      status: status === null ? NONE : `${Math.floor(status / 100)}xx`,
    };
    this.#operations.count(counted, seconds);
    if (code !== null && code !== FAULT && code !== 'ANSWER_NOT_TAKEN') this.#refusals.inc({ code, action: NONE });
    if (operation === null) return;
    this.#countRefusals(operation);
    if (caller?.kind === 'RESELLER_SYNC') this.#sync.sent(caller.tenantResellerId, operation.items);
  }

  #countRefusals({ refusals, kind }: OperationRecord): void {
    for (const { code, action, count } of refusals) {
      this.#refusals.inc({ code, action: action ?? NONE }, count);
      const limit = LIMIT_OF.get(code);
      if (limit !== undefined) this.#limits.inc({ limit });
      if (kind !== 'mutation') continue;
      if (POLICY_CODES.has(code)) this.denied.count('policy', count);
      if (code === 'FORBIDDEN') this.denied.count('schema', count);
    }
  }

  /** What is no name has brackets, or is a word of ours: the fields that were asked of the root. */
  #labelOf({ operation, caller }: EndedExchange): string {
    if (operation === null) return NONE;
    const { kind, name, rootFields } = operation;
    if (kind === null) return 'invalid';
    const fields = rootFields.length > 2 ? 'several' : `{${[...rootFields].sort().join(' ')}}`;
    // Whoever sends no token may ask for next to nothing, and has no names. Of pairs of fields there are thousands.
    if (caller === null || (name === null && rootFields.length !== 2)) return fields;
    return this.#names.labelOf(name ?? fields, caller.id);
  }
}

function outcomeOf({ isAborted, status, code, operation }: EndedExchange): string {
  if (isAborted) return 'aborted';
  if (code === FAULT || operation?.outcome === 'fault') return 'fault';
  const codes = [code, ...(operation === null ? [] : [...operation.refusals].map((refusal) => refusal.code))];
  if (codes.some((one) => one !== null && AWAY_CODES.has(one))) return 'unavailable';
  return code !== null || operation?.outcome === 'refused' || (status ?? 0) >= 400 ? 'refused' : 'ok';
}
