import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { startServer } from '../../scripts/built-server.mjs';

const PROMISED = 55;
const ALL = 61;

/** GraphQL over HTTP, as its working group's audits see the real server. */
describe('the protocol', () => {
  let server;
  let results;

  before(async () => {
    server = await startServer();
    const audits = serverAudits({ url: server.url, fetchFn: fetch });
    results = [];
    for (const audit of audits) results.push(await audit.fn().then(({ status }) => ({ name: audit.name, status })));
    for (const level of ['MUST', 'SHOULD', 'MAY']) console.log(`${level}: ${scoreOf(level)}`);
    console.log(`all: ${scoreOf('')}`);
  });
  after(() => server.stop());

  test('passes every audit of what a server MUST', () => {
    const failed = of('MUST').filter(({ status }) => status !== 'ok');
    assert.deepEqual(failed, []);
    assert.equal(of('MUST').length, 13);
  });

  test(`passes at least ${PROMISED} of all ${ALL} audits`, () => {
    assert.equal(results.length, ALL);
    assert.ok(passed('') >= PROMISED, scoreOf(''));
  });

  const of = (level) => results.filter(({ name }) => name.startsWith(level));
  const passed = (level) => of(level).filter(({ status }) => status === 'ok').length;
  const scoreOf = (level) => `${passed(level)} of ${of(level).length} audits passed`;
});
