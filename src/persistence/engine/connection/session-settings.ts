/** A setting of a connection that the server reports when it opens and whenever it changes, and what it must be. */
interface ReportedSetting {
  /** Sent as the connection opens. A pooler lets these through and keeps them for each of its clients. */
  readonly sent?: string;
  readonly fits: (value: string) => boolean;
  /** What is needed, and what to do where it is otherwise though it was sent. */
  readonly needed: string;
  readonly advice: string;
}

const POOLER = 'Let the pooler in between pass it on as connections send it.';
const NEW_DATABASE = 'Make a new database as UTF8, which reseller-accounts db:setup does, and load the data into it.';

/**
 * What of a session decides how values are written and read. With another DateStyle a day is text that does not parse, with
 * another encoding a name loses letters: what is wrong is refused with the connection, never made the best of.
 */
export const REPORTED_SETTINGS: Readonly<Record<string, ReportedSetting>> = {
  DateStyle: { sent: 'ISO, MDY', fits: (value) => /^ISO\b/i.test(value), needed: 'ISO', advice: POOLER },
  TimeZone: { sent: 'UTC', fits: isUtc, needed: 'UTC', advice: POOLER },
  // pg sends this one by itself.
  client_encoding: { fits: isUtf8, needed: 'UTF8', advice: POOLER },
  standard_conforming_strings: { sent: 'on', fits: isOn, needed: 'on', advice: POOLER },
  server_encoding: { fits: isUtf8, needed: 'UTF8', advice: NEW_DATABASE },
};

/** Reported too, and asked again before it counts: a pooler may go on saying what was true when it connected. */
export const STANDBY_SETTING = 'in_hot_standby';

/** What is sent as a connection opens. */
export const SENT_SETTINGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(REPORTED_SETTINGS).flatMap(([name, { sent }]) => (sent === undefined ? [] : [[name, sent]])),
);

/** The database is there and must not be used as it is: what it would read or write were not what is meant. */
export class UnfitDatabaseError extends Error {
  override readonly name = 'UnfitDatabaseError';
}

/** Why the connection must not be used with this setting; null when it may be. */
export function unfitSetting(name: string, value: string): UnfitDatabaseError | null {
  const setting = Object.hasOwn(REPORTED_SETTINGS, name) ? REPORTED_SETTINGS[name] : undefined;
  if (setting === undefined || setting.fits(value)) return null;
  return new UnfitDatabaseError(
    `The database's ${name} is ${JSON.stringify(value)}, where ${setting.needed} is needed. ${setting.advice}`,
  );
}

/** Why a server in recovery is not used. */
export function isStandby(): UnfitDatabaseError {
  return new UnfitDatabaseError(
    'The database is a standby and takes no writes. Lead the URL to the primary, or promote this one.',
  );
}

function isUtf8(value: string): boolean {
  return /^(UTF-?8|UNICODE)$/i.test(value);
}

function isUtc(value: string): boolean {
  return /^((Etc\/)?(UTC|UCT|GMT|Zulu|Universal)|GMT0)$/i.test(value);
}

function isOn(value: string): boolean {
  return value.toLowerCase() === 'on';
}
