/** Texts of every form that inputs ask for; the first that fits is taken. */
const TEXTS = [
  'text',
  '1',
  '1.00',
  'EUR',
  'DE',
  '2026-01-31',
  '2026-01-31T00:00:00Z',
  '00000000-0000-4000-8000-000000000000',
];
const FORMATS = { uuid: /^[\da-f-]{36}$/, date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-.*Z$/ };

/** A value that fits a JSON Schema of ours: of an object, what must be there, and one of those of which one must be. */
export function sampleOf(schema) {
  if (schema.enum !== undefined) return schema.enum.find((value) => value !== null);
  switch ([schema.type].flat().find((type) => type !== 'null')) {
    case 'object': {
      const needed = [...(schema.required ?? []), ...(schema.oneOf?.[0].required ?? [])];
      return Object.fromEntries(needed.map((name) => [name, sampleOf(schema.properties[name])]));
    }
    case 'array':
      return [sampleOf(schema.items)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return TEXTS.find((text) => fits(text, schema));
  }
}

function fits(text, { pattern, format, minLength = 0, maxLength = Number.POSITIVE_INFINITY }) {
  const isOfForm = pattern === undefined || new RegExp(pattern, 'u').test(text);
  const isOfFormat = format === undefined || FORMATS[format].test(text);
  return isOfForm && isOfFormat && text.length >= minLength && text.length <= maxLength;
}
