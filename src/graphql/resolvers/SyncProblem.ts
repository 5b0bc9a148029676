import type { SyncProblemResolvers } from '../generated/types';

const MOST = 2 ** 31 - 1;

export const SyncProblem: SyncProblemResolvers = {
  path: ({ path }) => [...path],
  count: ({ count }) => (count > MOST ? MOST : Number(count)),
};
