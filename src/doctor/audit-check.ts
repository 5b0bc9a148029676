import { examineBy } from '../persistence/set-up/examine';
import { type AuditStorage, readStorage } from '../persistence/upkeep/storage';
import { looking } from './database-checks';
import { type Finding, ok, warning } from './finding';
import type { Patient } from './patient';

const MEBI = 1024 * 1024;
const MAKE_ROOM = "Run db:maintain with the owner's URL, once a day for one; a server that runs makes partitions too.";

/** How large the audit is, and whether what is coming has a place of its own. */
export async function lookAtAudit(patient: Patient): Promise<Finding[]> {
  return looking(patient, async (url) => {
    const { audits, historyBytes } = await examineBy(url, readStorage);
    return [
      ...audits.flatMap(partitionFindings),
      ok(
        `${audits.map(({ audit, bytes, partitions }) => `${audit} ${mebibytes(bytes)} in ${partitions} partitions`).join(', ')}; history ${mebibytes(historyBytes)}`,
      ),
    ];
  });
}

export function partitionFindings({ audit, monthsReady, restEntries, restOldest }: AuditStorage): Finding[] {
  return [
    ...(monthsReady < 4
      ? [warning(`${audit} has partitions for ${monthsReady} of this month and the next three`, MAKE_ROOM)]
      : []),
    ...(restEntries > 0
      ? [
          warning(
            `${restEntries} entries of ${audit} lie in no month's partition, from ${restOldest?.toISOString() ?? 'some time'} on`,
            MAKE_ROOM,
          ),
        ]
      : []),
  ];
}

function mebibytes(bytes: number): string {
  return `${(bytes / MEBI).toFixed(1)} MiB`;
}
