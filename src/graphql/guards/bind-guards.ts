import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { letsThrough, type MutationGuard } from '../../domain/accounts/policy-catalogue';
import type { Caller } from '../../domain/caller';
import { DomainError, RequestError } from '../../domain/errors';
import { type GuardedCall, withAdministratorGuard, withGuardedAccount, withSyncGuard } from '../../guard/guard';
import type { GuardPass } from '../../persistence/pass/guard-pass';
import type { Guard, RequestContext } from '../request/context';
import { userErrorsOf } from '../request/user-error';

/** Where a call says that nothing of it is to stand (S32): the guard sees to it, whatever the use case does. */
const DRY_RUN = ['input', 'dryRun'];

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * Binds every mutation to the guard that its directive declares: callers of the wrong kind are turned away, the
 * resolver gets that guard (test/matrices/callers.test.ts), and a refusal becomes `userErrors` of the payload.
 */
export function bindMutationGuards(schema: GraphQLSchema, guards: readonly MutationGuard[]): void {
  const fields = schema.getMutationType()?.getFields() ?? {};
  for (const guard of guards) {
    const field: GraphQLField<unknown, RequestContext> | undefined = fields[guard.mutation];
    if (!field?.resolve) throw new Error(`Mutation.${guard.mutation} has a guard and no resolver`);
    field.resolve = guarded(guard, field.resolve ?? defaultFieldResolver, refusedPayload(field));
  }
}

function guarded(guard: MutationGuard, resolve: Resolve, refused: Readonly<Record<string, unknown>>): Resolve {
  return async (parent, args, context, info) => {
    const isDryRun = valueAt(args, DRY_RUN) === true;
    const { fate } = context;
    const record = context.record.ofMutation(guard);
    const field = String(info.path.key);
    try {
      const declared = boundGuard(guard, context, args, { isRehearsal: isDryRun, listener: record });
      const bound: typeof declared & { readonly note: typeof declared.run | null } = {
        ...declared,
        note: isDryRun ? null : declared.run,
        run: async (work) => {
          fate.begin(field, { isDryRun });
          const result = await declared.run((pass) => {
            record.onPass();
            return work(pass);
          });
          if (!isDryRun) fate.made.add(field);
          return result;
        },
      };
      const payload = await resolve(parent, args, Object.assign(Object.create(context), { guard: bound }), info);
      record.answered(payload, { isDryRun });
      return payload;
    } catch (error) {
      // What fails while the answer is read says nothing of the change (requestErrorPlugin): it is no refusal.
      if (!(error instanceof DomainError) || fate.made.has(field)) {
        record.failed(error);
        throw error;
      }
      if (error.refusals[0].code === 'TEMPORARILY_UNAVAILABLE') fate.unavailable.add(field);
      const payload = { ...refused, userErrors: userErrorsOf(error.refusals, context) };
      record.answered(payload, { isDryRun });
      return payload;
    }
  };
}

function boundGuard(
  guard: MutationGuard,
  { knownCaller: caller, resources: { database }, loaders }: RequestContext,
  args: Readonly<Record<string, unknown>>,
  followed: Required<Pick<GuardedCall<Caller>, 'isRehearsal' | 'listener'>>,
): Guard<GuardPass, Caller> {
  const call = { mutation: guard.mutation, ...followed };
  // After a transaction nothing that was read before is sure to be true.
  const afresh = <T>(transaction: Promise<T>) => transaction.finally(() => loaders.forget());
  switch (guard.kind) {
    case 'RESELLER_SYNC':
      if (!letsThrough(guard.kind, caller)) throw wrongCaller("a tenant reseller's sync service");
      return { caller, run: (work) => afresh(withSyncGuard(database, { ...call, caller }, work)) };
    case 'ADMINISTRATOR':
      if (!letsThrough(guard.kind, caller)) throw wrongCaller('an administrator of the distributor');
      return { caller, run: (work) => afresh(withAdministratorGuard(database, { ...call, caller }, work)) };
    case 'ALLOWED_ON_MANAGED_ACCOUNT':
    case 'BLOCKED_ON_MANAGED_ACCOUNT': {
      if (!letsThrough(guard.kind, caller)) throw wrongCaller('people of the distributor');
      const { action, accountPath: path } = guard;
      const settings = { action, path, accountId: valueAt(args, path) };
      return { caller, run: (work) => afresh(withGuardedAccount(database, { ...call, caller }, settings, work)) };
    }
  }
}

function wrongCaller(whom: string): RequestError {
  return new RequestError('FORBIDDEN', `This mutation is for ${whom} only.`);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}

/** What a payload holds beside its refusals when nothing was done: empty lists, REJECTED, and null for the rest. */
function refusedPayload(field: GraphQLField<unknown, RequestContext>): Record<string, unknown> {
  const payload = getNamedType(field.type);
  if (!isObjectType(payload)) throw new Error(`Mutation.${field.name} answers no payload`);
  return Object.fromEntries(
    Object.values(payload.getFields()).map(({ name, type }) => {
      if (!isNonNullType(type)) return [name, null];
      const bare = getNullableType(type);
      if (isListType(bare)) return [name, []];
      if (isEnumType(bare) && bare.getValue('REJECTED')) return [name, 'REJECTED'];
      throw new Error(`${payload.name}.${name} has no value for a refused mutation`);
    }),
  );
}
