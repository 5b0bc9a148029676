import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';

/** An operation of a guide as it stands there: by whom it says, with the answer that it shows. */
export interface Step {
  readonly name: string;
  readonly who: string;
  readonly operation: string;
  /** What the guide shows of the answer; null where it shows nothing. */
  readonly shown: unknown;
}

export function readGuide(name: string): string {
  return readFileSync(join(packageRoot(), 'docs', name), 'utf8');
}

export function stepsOf(guide: string): Step[] {
  return [...guide.matchAll(/^```graphql\n(.*?)^```\n(?:\n```json\n(.*?)^```)?/gms)].map(
    ([, operation = '', json]) => ({
      name: /^(?:query|mutation) (\w+)/m.exec(operation)?.[1] ?? '',
      who: /^# (\w+)/.exec(operation)?.[1] ?? '',
      operation,
      shown: json === undefined ? null : JSON.parse(json),
    }),
  );
}
