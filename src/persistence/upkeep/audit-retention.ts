import { sql } from '../engine/sql';
import { type Archived, archivePart, countEntries } from './audit-archive';
import { type AuditPart, attachedParts, named, partsTakenOut, takeOut } from './audit-parts';
import type { OwnerSession } from './owner-session';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whoever wants to be told how far a part is. */
export interface RemovalProgress {
  begin(part: AuditPart, entries: number): void;
  archived(entries: number): void;
  end(): void;
}

/** The parts whose entries are all older than so many days, and what an earlier run has taken out, the oldest first. */
export async function partsToRemove(
  session: OwnerSession,
  days: number,
  now = new Date(),
): Promise<readonly AuditPart[]> {
  const before = now.getTime() - days * DAY_MS;
  const attached = (await attachedParts(session)).filter(({ until }) => until.getTime() <= before);
  return [...(await partsTakenOut(session)), ...attached];
}

/**
 * Removes a part: written down first, if there is a folder for it, then taken out of its audit, and dropped when what is
 * written is all that it has. Broken off anywhere it is begun anew by the next run, and nothing is gone that was to be
 * written down and is not.
 */
export async function removePart(
  session: OwnerSession,
  part: AuditPart,
  folder: string | null,
  progress: RemovalProgress,
): Promise<Archived | null> {
  const archive = async () => {
    if (folder === null) return null;
    progress.begin(part, await countEntries(session, part));
    try {
      return await archivePart(session, part, folder, (entries) => progress.archived(entries));
    } finally {
      progress.end();
    }
  };
  let archived = await archive();
  if (part.isAttached) await takeOut(session, part);
  // From here on nothing comes in any more.
  if (archived !== null && (await countEntries(session, part)) !== archived.entries) archived = await archive();
  await session.briefly(async () => void (await session.query(sql`DROP TABLE public.${named(part.name)}`)));
  return archived;
}
