import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config';
import { errorForLog, maskSecrets } from './log-masking';

/** Logs JSON lines, to stdout unless told otherwise. Secrets are masked (test/server/log-masking.test.ts). */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorForLog },
    redact: {
      paths: [
        ...['authorization', '*.authorization', '*.*.authorization'],
        ...[
          '["x-gateway-secret"]',
          '*["x-gateway-secret"]',
          '*.*["x-gateway-secret"]',
          'gatewaySecret',
          '*.gatewaySecret',
        ],
        ...['token', '*.token', 'password', '*.password'],
      ],
      censor: '[redacted]',
    },
    hooks: { streamWrite: maskSecrets },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
