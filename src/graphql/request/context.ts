import type { PolicyCatalogues } from '../../domain/accounts/policy-catalogue';
import type { Administrator, Caller, Person, ResellerSync } from '../../domain/caller';
import { RequestError } from '../../domain/errors';
import type { Locale } from '../../domain/message';
import type { Database, Reader } from '../../persistence/engine/database';
import type { AccountPass, AdministratorPass, SyncPass } from '../../persistence/pass/guard-pass';
import type { SyncActivity } from '../../services/sync/sync-activity';
import { OperationRecord } from '../../telemetry/operation-record';
import { WorkBudget } from '../executor/work-budget';
import { Loaders } from '../loaders/loaders';
import { Fate } from './fate';

/** What the server gives every request. */
export interface RequestResources {
  readonly database: Database;
  readonly accountPolicy: PolicyCatalogues;
  readonly syncActivity: SyncActivity;
  readonly now: () => Date;
  /** Told of what fails for a reason of ours without failing the request. */
  readonly reportFault: (requestId: string, fault: unknown, traceId: string | null) => void;
}

/** One GraphQL request: who calls, and what it has loaded so far. Apollo Server copies it: no #private fields. */
export class RequestContext {
  private readonly callersReader: Reader | null;
  private callersLoaders: Loaders | null;
  /** What the request may still ask for. */
  readonly budget = new WorkBudget();
  readonly fate = new Fate();

  constructor(
    readonly resources: RequestResources,
    /** Null for whoever sent no token: the access plugin lets such a request read the schema at most. */
    readonly caller: Caller | null,
    readonly requestId: string,
    /** The language that people are answered in. */
    readonly locale: Locale = 'en',
    /** What becomes of the operation. */
    readonly record = new OperationRecord(),
  ) {
    this.callersReader = caller && resources.database.reader(caller, record);
    this.callersLoaders = this.newLoaders();
  }

  /**
   * The operation is executed once more, as if it had not been before. What was read is at hand, unless the budget was
   * used up: then some was not read for want of it.
   */
  startAnew(): void {
    if (this.budget.exhausted) this.callersLoaders = this.newLoaders();
    this.budget.startAnew();
  }

  private newLoaders(): Loaders | null {
    const { caller, callersReader, budget } = this;
    return caller && callersReader && new Loaders(callersReader, caller, budget);
  }

  /** The caller of a field that only callers reach. */
  get knownCaller(): Caller {
    if (!this.caller) throw tokenNeeded();
    return this.caller;
  }

  /** A person of the distributor; null for a sync caller, which sees nothing of what such fields answer. */
  get person(): Person | null {
    return this.knownCaller.kind === 'RESELLER_SYNC' ? null : (this.knownCaller as Person);
  }

  readonly reportFault = (fault: unknown): void => {
    this.record.faults += 1;
    this.resources.reportFault(this.requestId, fault, this.record.traceId);
  };

  get sql(): Reader {
    if (!this.callersReader) throw tokenNeeded();
    return this.callersReader;
  }

  get loaders(): Loaders {
    if (!this.callersLoaders) throw tokenNeeded();
    return this.callersLoaders;
  }
}

function tokenNeeded(): RequestError {
  return new RequestError('UNAUTHENTICATED', 'A bearer token is needed.');
}

/** Runs a use case with the guard that the mutation's directive declares (test/persistence/pass/guard-pass.test.ts). */
export type Guard<Pass, TCaller extends Caller> = {
  readonly caller: TCaller;
  run<T>(work: (pass: Pass) => Promise<T>): Promise<T>;
};

/** The context of a mutation with @allowedOnManagedAccount or @blockedOnManagedAccount. */
export type AccountGuarded<TContext> = TContext & { readonly guard: Guard<AccountPass, Person> };
/** The context of a mutation with @resellerSync. */
export type SyncGuarded<TContext> = TContext & {
  readonly guard: Guard<SyncPass, ResellerSync> & {
    /** Runs what is only noted of the call, and changes nothing of what becomes of it; null in a dry run. */
    readonly note: Guard<SyncPass, ResellerSync>['run'] | null;
  };
};
/** The context of a mutation with @administrator. */
export type AdministratorGuarded<TContext> = TContext & { readonly guard: Guard<AdministratorPass, Administrator> };
