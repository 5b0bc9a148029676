/** A part of a value that would be another; the part of a value without parts is the empty text. */
export interface ChangedPart {
  readonly part: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two values, which come as JSON, or as null where there is none. */
export function changedParts(before: string | null, after: string | null): readonly ChangedPart[] {
  const [old, now] = [parse(before), parse(after)];
  if (!isObject(old) && !isObject(now)) return [{ part: '', before: textOf(old), after: textOf(now) }];
  const [oldParts, nowParts] = [partsOf(old), partsOf(now)];
  return [...new Set([...Object.keys(oldParts), ...Object.keys(nowParts)])]
    .map((part) => ({ part, before: textOf(oldParts[part]), after: textOf(nowParts[part]) }))
    .filter((one) => one.before !== one.after);
}

/** Those of what lies in it among them: an announced move lies in who manages the account. */
function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([part, inner]) =>
      isObject(inner) ? Object.entries(partsOf(inner)) : [[part, inner]],
    ),
  );
}

function parse(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
