import { z } from 'zod';
import { type Keywords, TOLD } from './input-limits';

/** Keywords that ask something of values of any type: what has one of them is not told together with another type. */
const OF_EVERY_TYPE = ['$ref', 'allOf', 'anyOf', 'const', 'if', 'not', 'oneOf'];

/** What is taken by a schema that inputs are read with, as JSON Schema 2020-12. Nothing but what it names is taken. */
export function jsonSchemaOf(schema: z.ZodType): Keywords {
  const { $schema: _, ...told } = z.toJSONSchema(schema, { io: 'input', metadata: TOLD });
  return tidy(told) as Keywords;
}

function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy);
  if (typeof node !== 'object' || node === null) return node;
  const { type, ...rest } = inOne(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, tidy(value)])));
  if (type === undefined) return rest;
  return type === 'object' ? { type, ...rest, additionalProperties: false } : { type, ...rest };
}

/** One schema of several types where each alternative is a type of its own: what a form is made of without a choice. */
function inOne(node: Keywords): Keywords {
  const { anyOf, ...rest } = node;
  if (!Array.isArray(anyOf)) return node;
  const alternatives: readonly Keywords[] = anyOf;
  const types = alternatives.flatMap(({ type }) => type);
  const isPlain = alternatives.every((one) => one.type && !OF_EVERY_TYPE.some((keyword) => keyword in one));
  if (!isPlain || new Set(types).size < types.length) return node;
  const [chosen, ...others] = alternatives.filter((one) => 'enum' in one);
  if (others.length > 0 || (chosen && types.some((type) => type !== 'string' && type !== 'null'))) return node;
  const values = chosen && types.includes('null') ? { enum: [...(chosen.enum as unknown[]), null] } : {};
  return Object.assign({}, rest, ...alternatives, { type: types, ...values });
}
