import { lookAtIssuer } from '../../src/doctor/issuer-checks';
import { patientOf } from '../../src/doctor/patient';
import { anIssuerKey, type IssuerKey, type KeyServer, startKeyServer } from '../identity/key-server';
import { issuersEnvironment } from './operators-environment';

let keys: KeyServer;
let key: IssuerKey;
beforeAll(async () => {
  key = await anIssuerKey('one');
  keys = await startKeyServer(key.publicJwk);
});
beforeEach(() => keys.publish(key.publicJwk));
afterAll(() => keys.stop());

function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { ...issuersEnvironment(keys.url), ...more };
}

/** What stands against one side's issuer. */
async function against(side: 'people' | 'resellerSync', env = environment()) {
  return (await lookAtIssuer(patientOf(env), side)).filter(({ verdict }) => verdict !== 'ok');
}

describe("the issuers' keys", () => {
  test.each<[string, () => void | Promise<void>, string]>([
    ['none', () => keys.publish(), 'none of 0 published keys'],
    ['for encryption alone', () => keys.publish({ ...key.publicJwk, use: 'enc' }), 'none of 1 published keys'],
    ['elsewhere', () => keys.answerWith((_, response) => response.writeHead(302, { location: '/' }).end()), 'HTTP 302'],
    ['no JSON', () => keys.answerWith((_, response) => response.end('hello')), 'not to be had'],
  ])('%s', async (_what, arrange, words) => {
    expect(await against('people')).toEqual([]);
    await arrange();
    expect(await against('people')).toMatchObject([{ verdict: 'fault', found: expect.stringContaining(words) }]);
  });

  test('nobody there', async () => {
    await keys.goAway();
    try {
      expect(await against('resellerSync')).toMatchObject([
        { verdict: 'fault', found: expect.stringContaining('its keys are not to be had') },
      ]);
    } finally {
      await keys.comeBack();
    }
  });

  test('of other algorithms than are let in', async () => {
    expect(await against('people', environment({ PEOPLE_ALGORITHMS: 'RS256' }))).toMatchObject([
      { verdict: 'fault', found: expect.stringContaining('can check RS256') },
    ]);
  });

  test('an issuer whose clock is an hour late', async () => {
    keys.answerWith((_, response) => {
      response.setHeader('date', new Date(Date.now() - 3_600_000).toUTCString());
      response.end(JSON.stringify({ keys: [key.publicJwk] }));
    });
    expect(await against('people')).toMatchObject([
      {
        verdict: 'warning',
        found: expect.stringMatching(/clock of https:\/\/people.example is 3(600|599)\.\d s behind/),
      },
    ]);
  });

  test('a public key at hand needs nobody', async () => {
    const env = environment({ PEOPLE_JWKS_URL: '', PEOPLE_PUBLIC_KEY: JSON.stringify(key.publicJwk) });
    expect(await against('people', env)).toEqual([]);
  });
});
