import type { Caller } from '../../src/domain/caller';
import { VerifiedTokens } from '../../src/identity/verified-tokens';

const anna: Caller = { kind: 'DISTRIBUTOR_USER', id: 'anna', groups: [] };
const HOUR = 3_600_000;

describe('callers of tokens that were just verified', () => {
  test('are known again for a minute, then the token is verified anew', () => {
    const tokens = new VerifiedTokens();
    tokens.remember('t', anna, HOUR, 0);

    expect(tokens.find('t', 59_999)).toBe(anna);
    expect(tokens.find('t', 60_000)).toBeNull();
  });

  test('are never known for longer than the token is good', () => {
    const tokens = new VerifiedTokens();
    tokens.remember('t', anna, 10_000, 0);

    expect(tokens.find('t', 9_999)).toBe(anna);
    expect(tokens.find('t', 10_000)).toBeNull();
  });

  test('are at most a thousand, the newest ones', () => {
    const tokens = new VerifiedTokens();
    for (let index = 0; index <= 1_000; index += 1) tokens.remember(`t${index}`, anna, HOUR, 0);

    expect(tokens.find('t0', 1)).toBeNull();
    expect(tokens.find('t1', 1)).toBe(anna);
    expect(tokens.find('t1000', 1)).toBe(anna);
  });
});
