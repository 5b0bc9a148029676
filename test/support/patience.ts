/** For races and long tests: what they wait for takes longer than a test of every day. */
jest.setTimeout(120_000);
