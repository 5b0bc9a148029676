import { mayReadAudit, parseAuditRange } from '../../../src/domain/accounts/audit';
import { RequestError } from '../../../src/domain/errors';

describe('the audit', () => {
  test('is for administrators, and nobody else', () => {
    expect(mayReadAudit({ kind: 'ADMINISTRATOR', id: 'root', groups: [] })).toBe(true);
    expect(mayReadAudit({ kind: 'DISTRIBUTOR_USER', id: 'anna', groups: ['billing'] })).toBe(false);
    expect(mayReadAudit({ kind: 'RESELLER_SYNC', id: 'sync', tenantResellerId: 'alpha' })).toBe(false);
  });
});

describe('the range of an export', () => {
  test('is everything when nothing is said of it', () => {
    expect(parseAuditRange({})).toEqual({ since: null, until: null });
    expect(parseAuditRange({ since: null, until: null })).toEqual({ since: null, until: null });
  });

  test('begins and ends with the instants that are named, in whatever zone', () => {
    expect(parseAuditRange({ since: '2026-01-31T12:00:00Z', until: '2026-02-01T00:30:00+01:00' })).toEqual({
      since: new Date('2026-01-31T12:00:00.000Z'),
      until: new Date('2026-01-31T23:30:00.000Z'),
    });
  });

  test.each([
    [{ since: 'yesterday' }, ['since']],
    [{ until: '2026-13-01T00:00:00Z' }, ['until']],
    [{ since: '2026-01-31' }, ['since']],
    [{ since: 'x', until: 'y' }, ['since']],
  ])('refuses %j at its path', (sent, path) => {
    let refused: unknown;
    try {
      parseAuditRange(sent);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(RequestError);
    expect(refused).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('RFC 3339'),
      argumentPath: path,
    });
  });
});
