import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLBoolean,
  GraphQLID,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Complete, Selection, Target } from './prepared-field';

/** How values of a type are completed. It says no errors: graphql-js says them when it executes the query instead. */
export function completerOf(schema: GraphQLSchema, type: GraphQLOutputType, selection: Selection): Complete {
  const bare = getNullableType(type) as GraphQLOutputType;
  const complete = ofNullable(schema, bare, selection);
  const mayBeNull = !isNonNullType(type);
  return (run, field, value, target, key) => {
    if (value === null || value === undefined) {
      if (!mayBeNull) throw GIVEN_UP;
      target[key] = null;
    } else if (typeof value === 'object' && value instanceof Error) throw GIVEN_UP;
    else complete(run, field, value, target, key);
  };
}

/** Nobody reads it: the query is executed again, and says what was wrong. */
const GIVEN_UP = new Error('This is executed by graphql-js');

function ofNullable(schema: GraphQLSchema, type: GraphQLOutputType, selection: Selection): Complete {
  if (isListType(type)) return ofList(completerOf(schema, type.ofType, selection));
  if (isLeafType(type)) return ofLeaf(type);
  if (isAbstractType(type)) return ofAbstract(schema, type, selection);
  if (isObjectType(type) && !type.isTypeOf) return ofObject(type, selection);
  throw new Error(`${type} cannot be prepared`);
}

/** What the type would leave as it is. */
function isAsItIs(type: GraphQLLeafType): string | null {
  if (type === GraphQLString || type === GraphQLID) return 'string';
  return type === GraphQLBoolean ? 'boolean' : null;
}

function ofLeaf(type: GraphQLLeafType): Complete {
  const asItIs = isAsItIs(type);
  return (_run, _field, value, target, key) => {
    if (typeof value === asItIs) {
      target[key] = value;
      return;
    }
    const serialized = type.serialize(value);
    if (serialized === null || serialized === undefined) throw GIVEN_UP;
    target[key] = serialized;
  };
}

function ofList(completeItem: Complete): Complete {
  return (run, field, value, target, key) => {
    const items = itemsOf(value);
    const list: unknown[] = new Array(items.length).fill(null);
    target[key] = list;
    run.answerItems(field, items, completeItem, list as unknown as Target);
  };
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) throw GIVEN_UP;
  return [...(value as Iterable<unknown>)];
}

function ofObject(type: GraphQLObjectType, selection: Selection): Complete {
  return (run, _field, value, target, key) => {
    const object: Target = {};
    target[key] = object;
    run.answerFields(selection(type), value, object);
  };
}

function ofAbstract(schema: GraphQLSchema, type: GraphQLAbstractType, selection: Selection): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, field, value, target, key) => {
    const name: unknown = resolveType(value, run.context, run.infoOf(field), type);
    const runtimeType = typeof name === 'string' ? schema.getType(name) : undefined;
    // One that is promised is left to graphql-js as well.
    if (!isObjectType(runtimeType) || runtimeType.isTypeOf || !schema.isSubType(type, runtimeType)) throw GIVEN_UP;
    const object: Target = {};
    target[key] = object;
    run.answerFields(selection(runtimeType), value, object);
  };
}
