import { dayOf } from '../../domain/calendar';
import type { RunAsAdministrator, StepOutcome } from '../../services/moving/account-steps';
import type { ResolversTypes } from '../generated/types';
import type { AdministratorGuarded, RequestContext } from '../request/context';
import { userErrorsOf } from '../request/user-error';

/** Takes a step of accounts and answers with what it came to for each. */
export async function stepTaken(
  context: AdministratorGuarded<RequestContext>,
  step: (run: RunAsAdministrator, today: string) => Promise<readonly StepOutcome[]>,
): Promise<Awaited<ResolversTypes['AccountsPayload']>> {
  const outcomes = await step(context.guard.run, dayOf(context.resources.now()));
  return {
    results: outcomes.map(({ refusals, ...outcome }) => ({ ...outcome, userErrors: userErrorsOf(refusals, context) })),
    userErrors: [],
  };
}
