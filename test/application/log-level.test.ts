import { pino } from 'pino';
import { LogLevelSwitch } from '../../src/application/log-level';
import type { LogLevel } from '../../src/config/config';

/** A switch with what it has said, and the levels that it was told to apply. */
function aSwitch(configured: LogLevel) {
  const said: { level: number; logLevel: string }[] = [];
  const logger = pino({ level: configured }, { write: (line: string) => void said.push(JSON.parse(line)) });
  return { said, logger, level: new LogLevelSwitch(configured, logger) };
}

const WARN = 40;

describe('a signal', () => {
  test.each<[LogLevel, LogLevel]>([
    ['info', 'debug'],
    ['warn', 'debug'],
    ['error', 'debug'],
    ['silent', 'debug'],
    ['debug', 'info'],
    ['trace', 'info'],
  ])('turns a log at %s to %s and the next one back, and each says so at warn', (configured, other) => {
    const { said, logger, level } = aSwitch(configured);
    level.toggle();
    expect([logger.level, level.current]).toEqual([other, other]);
    level.toggle();
    expect([logger.level, level.current]).toEqual([configured, configured]);
    expect(said).toMatchObject([
      { level: WARN, logLevel: other },
      { level: WARN, logLevel: configured },
    ]);
  });

  test('that comes amid the start holds from when all is there', () => {
    const { level } = aSwitch('info');
    level.toggle();
    const applied: LogLevel[] = [];
    level.applyBy((to) => applied.push(to));
    level.toggle();
    expect(applied).toEqual(['debug', 'info']);
  });
});
