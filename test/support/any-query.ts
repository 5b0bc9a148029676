import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A query with its variables. It may be sound, fail, or not be a query of this schema at all. */
export interface AnyQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Names that mean something to JavaScript: an answer may have fields of each. */
const ODD_ALIASES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length', 'prototype'];
const NUMBERS = [0, 1, 2, 5, 50, 200, 201, -1, 2_147_483_648];

/** Makes queries of the schema with everything that a query may have; `texts` are ids and the like that mean something here. */
export function anyQuery(g: GeneratorValue, schema: GraphQLSchema, texts: readonly string[]): AnyQuery {
  return new QueryMaker(g, schema, texts).query();
}

class QueryMaker {
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: { readonly on: string; readonly name: string; readonly text: string }[] = [];
  #names = 0;
  #fieldsLeft = 30;

  constructor(
    private readonly g: GeneratorValue,
    private readonly schema: GraphQLSchema,
    private readonly texts: readonly string[],
  ) {}

  query(): AnyQuery {
    const root = this.schema.getQueryType();
    if (!root) throw new Error('The schema has no queries');
    const selection = this.#selection(root, 1 + this.#upTo(4));
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    const fragments = this.#fragments.map(({ on, name, text }) => `fragment ${name} on ${on} ${text}`);
    return { query: [`query Any${definitions} ${selection}`, ...fragments].join('\n'), variables: this.#variables };
  }

  #upTo(most: number): number {
    return this.g(fc.nat, most);
  }

  #oneIn(count: number): boolean {
    return this.#upTo(count - 1) === count - 1;
  }

  #of<T>(choices: readonly T[]): T {
    const choice = choices[this.#upTo(choices.length - 1)];
    if (choice === undefined) throw new Error('There is nothing to choose from');
    return choice;
  }

  #name(): string {
    this.#names += 1;
    return `n${this.#names}`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const parts: string[] = [];
    for (let count = 1 + this.#upTo(3); count > 0; count -= 1) parts.push(this.#part(type, depth, parts));
    return `{ ${parts.filter(Boolean).join(' ') || '__typename'} }`;
  }

  #part(type: GraphQLNamedType, depth: number, before: readonly string[]): string {
    const concrete = isAbstractType(type) ? this.#of(this.schema.getPossibleTypes(type)) : type;
    if (isAbstractType(type) || this.#oneIn(8)) {
      return `... on ${concrete.name}${this.#directive()} ${this.#selection(concrete, depth)}`;
    }
    if (this.#oneIn(10)) return `...${this.#directive()} ${this.#selection(type, depth)}`;
    if (this.#oneIn(8)) return `...${this.#fragment(type, depth)}${this.#directive()}`;
    if (this.#oneIn(8)) return '__typename';
    // The same again is merged with what it was before.
    if (before.length > 0 && this.#oneIn(8)) return this.#of(before);
    if (this.#oneIn(400)) return 'nothingOfThisName';
    return this.#field(type, depth);
  }

  #fragment(type: GraphQLNamedType, depth: number): string {
    const known = this.#fragments.filter(({ on }) => on === type.name);
    if (known.length > 0 && !this.#oneIn(3)) return this.#of(known).name;
    const name = `F${this.#name()}`;
    this.#fragments.push({ on: type.name, name, text: this.#selection(type, depth) });
    return name;
  }

  #field(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    if (fields.length === 0 || this.#fieldsLeft <= 0) return '__typename';
    this.#fieldsLeft -= 1;
    const field = type.name === 'Query' && this.#oneIn(2) ? type.getFields()._entities : this.#of(fields);
    if (!field) return '__typename';
    const alias = this.#oneIn(20) ? this.#of(ODD_ALIASES) : this.#name();
    const inner = getNamedType(field.type);
    const below = isLeafType(inner) ? '' : ` ${this.#selection(inner, depth - 1)}`;
    return `${field.args.length === 0 && this.#oneIn(2) ? '' : `${alias}: `}${field.name}${this.#args(field)}${this.#directive()}${below}`;
  }

  #directive(): string {
    if (!this.#oneIn(6)) return '';
    const name = this.#of(['skip', 'include']);
    if (this.#oneIn(2)) return ` @${name}(if: ${this.#oneIn(2)})`;
    return ` @${name}(if: $${this.#variable('Boolean!', this.#oneIn(2))})`;
  }

  #variable(type: string, value: unknown, defaultValue = ''): string {
    const name = `v${this.#name()}`;
    this.#definitions.push(`$${name}: ${type}${defaultValue}`);
    if (value !== undefined) this.#variables[name] = value;
    return name;
  }

  #args(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter(
      ({ type, defaultValue }) =>
        (isNonNullType(type) && defaultValue === undefined && !this.#oneIn(60)) || this.#oneIn(3),
    );
    return given.length > 0 ? `(${given.map((arg) => `${arg.name}: ${this.#argument(arg)}`).join(', ')})` : '';
  }

  #argument(argument: GraphQLArgument): string {
    const value = this.#value(argument.type, argument.name);
    if (argument.name !== 'representations' && this.#oneIn(2)) return this.#literal(value, argument.type);
    // Nothing at all, null, or a default beside it, as it may be.
    if (!isNonNullType(argument.type) && this.#oneIn(4)) return `$${this.#variable(`${argument.type}`, undefined)}`;
    if (this.#oneIn(30)) return `$${this.#variable(`${argument.type}`, null)}`;
    const otherwise = this.#oneIn(4) ? ` = ${this.#literal(value, argument.type, true)}` : '';
    return `$${this.#variable(`${argument.type}`, otherwise && this.#oneIn(2) ? undefined : value, otherwise)}`;
  }

  /** A value as JSON has it; an unsound one at times. */
  #value(type: GraphQLInputType, name: string): unknown {
    if (name === 'representations') {
      return Array.from({ length: this.#upTo(4) }, () => ({
        __typename: this.#oneIn(5) ? this.#of(['TenantReseller', 'Nothing', 'Query']) : 'Account',
        id: this.#of(this.texts),
      }));
    }
    if (!isNonNullType(type) && this.#oneIn(8)) return null;
    const bare = getNullableType(type);
    if (isListType(bare)) return Array.from({ length: this.#upTo(2) }, () => this.#value(bare.ofType, ''));
    if (isEnumType(bare)) return this.#oneIn(20) ? 'NO_SUCH_VALUE' : this.#of(bare.getValues()).name;
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields()).filter((field) => isNonNullType(field.type) || this.#oneIn(3));
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, field.name)]));
    }
    if (`${bare}` === 'Int') return this.#oneIn(30) ? 'seven' : this.#of(NUMBERS);
    if (`${bare}` === 'Boolean') return this.#oneIn(2);
    return this.#oneIn(30) ? 7 : this.#of(this.texts);
  }

  /** The value as a query has it; parts of it may be variables. */
  #literal(value: unknown, type: GraphQLInputType, isConstant = false): string {
    const bare = getNullableType(type);
    if (value === null) return 'null';
    if (!isConstant && this.#oneIn(10)) return `$${this.#variable(`${type}`, this.#oneIn(4) ? undefined : value)}`;
    if (isListType(bare) && Array.isArray(value)) {
      return `[${value.map((item) => this.#literal(item, bare.ofType, isConstant)).join(', ')}]`;
    }
    if (isInputObjectType(bare)) {
      const fields = Object.entries(value as object).map(([name, part]) => {
        const of = bare.getFields()[name]?.type;
        return `${name}: ${of ? this.#literal(part, of, isConstant) : JSON.stringify(part)}`;
      });
      return `{ ${fields.join(', ')} }`;
    }
    if (isEnumType(bare)) return String(value);
    if (typeof value !== 'object') return JSON.stringify(value);
    return `{ ${Object.entries(value ?? {}).map(([name, part]) => `${name}: ${JSON.stringify(part)}`)} }`;
  }
}
