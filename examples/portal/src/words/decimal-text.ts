/** Exact decimals as people type them and as the server has them. No digit goes through a floating number. */

interface Signs {
  readonly group: ReadonlySet<string>;
  readonly decimal: string;
}

const ANY_BLANK = /[\s\u00a0\u202f]/g;
const EXACT = /^(-?)(\d+)(?:\.(\d+))?$/;

/** What is typed in the reader's way, e.g. "1.234,50" in German, as exact text: "1234.50". Null: it is no number, or could be two. */
export function exactDecimal(typed: string, region: string): string | null {
  const { group, decimal } = signsOf(region);
  const text = typed.trim().replace(ANY_BLANK, ' ');
  const [whole = '', part, ...more] = text.split(decimal);
  if (more.length > 0 || (part !== undefined && !/^\d*$/.test(part))) return null;
  const digits = withoutGroups(whole, group);
  if (digits === null || (digits === '' && !part)) return null;
  const trimmed = digits.replace(/^0+(?=\d)/, '') || '0';
  return part ? `${trimmed}.${part}` : trimmed;
}

/** An exact decimal as the reader would type it: all of its digits, and no signs between thousands. */
export function typedDecimal(exact: string, region: string): string {
  return exact.replace('.', signsOf(region).decimal);
}

/** The first less the second, exactly, with the digits of the longer of the two. */
export function decimalDifference(first: string, second: string): string {
  const places = Math.max(placesOf(first), placesOf(second));
  const difference = scaled(first, places) - scaled(second, places);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0');
  const sign = difference < 0n ? '-' : '';
  const whole = `${sign}${digits.slice(0, digits.length - places)}`;
  return places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
}

/** Whether it is more than nothing. */
export function isMoreThanZero(exact: string): boolean {
  return scaled(exact, placesOf(exact)) > 0n;
}

/** Signs between thousands are taken where they belong alone: "1.5" is nothing in German, instead of fifteen. */
function withoutGroups(whole: string, group: ReadonlySet<string>): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const used = [...group].find((sign) => whole.includes(sign));
  if (used === undefined) return null;
  const [first = '', ...rest] = whole.split(used);
  const fits = /^\d{1,3}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
  return fits ? [first, ...rest].join('') : null;
}

function signsOf(region: string): Signs {
  const plain = new Intl.NumberFormat(region);
  // In Austria amounts of money have a point where other numbers have a blank.
  const money = new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR' });
  const parts = [...plain.formatToParts(1_234_567.8), ...money.formatToParts(1_234_567.8)];
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const groups = parts.filter(({ type }) => type === 'group').map(({ value }) => value.replace(ANY_BLANK, ' '));
  return { group: new Set([...groups, ' ', ...(groups.includes('’') ? ["'"] : [])]), decimal };
}

function placesOf(exact: string): number {
  return partsOf(exact)[2].length;
}

function scaled(exact: string, places: number): bigint {
  const [sign, whole, part] = partsOf(exact);
  return BigInt(`${sign}${whole}${part.padEnd(places, '0')}`);
}

function partsOf(exact: string): readonly [string, string, string] {
  const [, sign = '', whole, part = ''] = EXACT.exec(exact) ?? [];
  if (whole === undefined) throw new Error(`${exact} is no exact decimal`);
  return [sign, whole, part];
}
