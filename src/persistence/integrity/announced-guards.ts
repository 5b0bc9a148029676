import { text } from '../engine/column';
import { migrationNames } from '../engine/data-source';
import type { Reader } from '../engine/database';
import { value } from '../engine/select';
import { sql } from '../engine/sql';
import type { AnnouncedGuards } from './compare-guards';

/**
 * Where the owner announces what its version leaves in the database: in the comment of the migrations' table, which
 * nobody else can change and which a dump takes along.
 */
export const ANNOUNCED_ON = 'public.schema_migrations';

const COMMENT = value(
  'comment',
  text().nullable(),
  sql`obj_description('public.schema_migrations'::regclass, 'pg_class')`,
);

/** What was announced last; null when nothing was. Throws for what cannot be read. */
export async function readAnnouncement(reader: Reader): Promise<AnnouncedGuards | null> {
  const [row] = await reader.query(sql`SELECT ${COMMENT}`);
  return row?.comment ? announcementOf(row.comment) : null;
}

/** What a version newer than this code has announced; null when none has. */
export async function readNewerAnnouncement(reader: Reader): Promise<AnnouncedGuards | null> {
  const announced = await readAnnouncement(reader);
  return announced && numberOf(announced.migration) > numberOf(migrationNames().at(-1) ?? '') ? announced : null;
}

/** A migration's class ends in the number that orders it. */
function numberOf(migration: string): number {
  const number = /\d{13}$/.exec(migration)?.[0];
  if (number === undefined) throw new Error(`The migration ${migration} has no number`);
  return Number(number);
}

/** As the comment holds it. */
export function commentOf({ migration, guards }: AnnouncedGuards): string {
  return JSON.stringify({ migration, guards });
}

function announcementOf(comment: string): AnnouncedGuards {
  const found: unknown = JSON.parse(comment);
  if (
    typeof found === 'object' &&
    found !== null &&
    'migration' in found &&
    typeof found.migration === 'string' &&
    'guards' in found &&
    Array.isArray(found.guards) &&
    found.guards.every((guard) => typeof guard === 'string')
  ) {
    return { migration: found.migration, guards: found.guards };
  }
  throw new Error('The comment of the table schema_migrations is not what the migrations wrote');
}
