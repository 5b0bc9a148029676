import { useYesNoWords } from '../overview/yes-no.ts';

/**
 * JSON in plain words; of what has parts only those that differ from the other side. `names`: what people read for an id.
 */
export function usePlainText(names: ReadonlyMap<string, string>) {
  const { yes, no } = useYesNoWords();
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return value ? yes : no;
    if (Array.isArray(value)) return value.map(plain).join('; ') || '–';
    if (typeof value === 'object') return Object.values(value).map(plain).join(', ') || '–';
    return names.get(String(value)) ?? String(value);
  };
  return (json: string | null, other: string | null): string => plain(differing(read(json), read(other)));
}

function read(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

function differing(value: unknown, other: unknown): unknown {
  if (!isRecord(value) || !isRecord(other)) return value;
  const parts = Object.entries(value).filter(([name, part]) => JSON.stringify(part) !== JSON.stringify(other[name]));
  return Object.fromEntries(parts);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
