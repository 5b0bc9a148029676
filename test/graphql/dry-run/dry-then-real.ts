import type { Caller } from '../../../src/domain/caller';
import type { World } from '../../support/world';
import { tracesOf } from './traces';

/** What a dry run tells that it would change. */
export interface Change {
  readonly accountId: string;
  readonly subject: string;
  readonly field: string | null;
  readonly subscriptionId: string | null;
  readonly before: string | null;
  readonly after: string | null;
}
export const CHANGES = 'changes { accountId subject field subscriptionId before after }';

/** Runs a mutation dry, which must leave nothing, then really; gives both payloads. */
export async function dryThenReal(world: World, caller: Caller, mutation: string, input: object, selection: string) {
  const before = await tracesOf(world);
  const dry = await world.mutate(caller, mutation, { ...input, dryRun: true }, selection);
  expect(await tracesOf(world)).toEqual(before);
  const real = await world.mutate(caller, mutation, input, selection);
  return { dry, real };
}
