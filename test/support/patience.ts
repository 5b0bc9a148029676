import { timeLimit } from './connections';

/** For races and long tests: what they wait for takes longer than a test of every day. */
jest.setTimeout(timeLimit(120_000));
