import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Complete, Executed, PreparedField, PreparedFields, Run, Target, Values } from './prepared-field';
import { abandon, isPromise } from './promises';

/** So long a list is answered before others have their turn. */
const TURN_MS = 10;

/** One execution of a prepared query. It ends when all that it has begun has ended, whether it failed or not. */
export class PreparedRun implements Run {
  readonly #args: Values[] = [];
  readonly #infos: GraphQLResolveInfo[] = [];
  #waits = 1;
  #failed = false;
  #isInList = false;
  #end: (() => void) | null = null;

  constructor(
    readonly executed: Executed,
    readonly context: unknown,
    readonly variables: Values,
  ) {}

  /** The data of the answer; null when it failed. */
  async data(fields: PreparedFields): Promise<Record<string, unknown> | null> {
    const answer: Target = {};
    try {
      this.answerFields(fields, undefined, answer);
    } catch {
      this.#failed = true;
    }
    this.#endOne();
    if (this.#waits > 0) {
      await new Promise<void>((resolve) => {
        this.#end = resolve;
      });
    }
    return this.#failed ? null : answer;
  }

  answerFields(fields: PreparedFields, object: unknown, answer: Target): void {
    for (const field of fields) {
      if (this.#failed) return;
      if ('typeName' in field) {
        answer[field.key] = field.typeName;
        continue;
      }
      const value = this.#valueOf(field, object);
      if (isPromise(value)) this.#whenThere(value, field, field.complete, answer, field.key);
      else field.complete(this, field, value, answer, field.key);
    }
  }

  /**
   * Answers the items of a list. A long one takes turns with other requests, and is the only one that does: what stands in
   * its items is answered with them. Once an item waits for something the others begin at once, so that it is read for all.
   */
  answerItems(field: PreparedField, items: readonly unknown[], complete: Complete, list: Target, from = 0): void {
    const takesTurns = !this.#isInList;
    const until = takesTurns ? performance.now() + TURN_MS : Number.POSITIVE_INFINITY;
    const waits = this.#waits;
    this.#isInList = true;
    for (let at = from; at < items.length; at += 1) {
      const item = items[at];
      if (isPromise(item)) this.#whenThere(item, field, complete, list, at);
      else this.#complete(complete, field, item, list, at);
      if (takesTurns && this.#waits === waits && performance.now() > until) {
        this.#inNextTurn(() => this.answerItems(field, items, complete, list, at + 1));
        break;
      }
    }
    if (takesTurns) this.#isInList = false;
  }

  #inNextTurn(go: () => void): void {
    this.#waits += 1;
    setImmediate(() => {
      go();
      this.#endOne();
    });
  }

  /** What resolvers are told of a field: the same for each object, hence nothing of its place in the answer. */
  infoOf(field: PreparedField): GraphQLResolveInfo {
    const known = this.#infos[field.number];
    if (known) return known;
    const info = new FieldInfo(this, field);
    this.#infos[field.number] = info;
    return info;
  }

  #valueOf(field: PreparedField, object: unknown): unknown {
    if (field.resolve !== null) {
      return field.resolve(object, this.#argsOf(field), this.context, this.infoOf(field));
    }
    if (typeof object !== 'object' || object === null) return undefined;
    const value: unknown = Reflect.get(object, field.definition.name);
    if (typeof value !== 'function') return value;
    return defaultFieldResolver(object, this.#argsOf(field), this.context, this.infoOf(field));
  }

  #argsOf(field: PreparedField): Values {
    if (field.args !== null) return field.args;
    const known = this.#args[field.number];
    if (known) return known;
    const args = Object.freeze(getArgumentValues(field.definition, field.nodes[0], this.variables));
    this.#args[field.number] = args;
    return args;
  }

  /** Completes what is promised once it is there. */
  #whenThere(
    promised: PromiseLike<unknown>,
    field: PreparedField,
    complete: Complete,
    answer: Target,
    key: string | number,
  ): void {
    this.#waits += 1;
    // Its place among the others.
    answer[key] = undefined;
    promised.then(
      (value) => {
        this.#complete(complete, field, value, answer, key);
        this.#endOne();
      },
      () => {
        this.#failed = true;
        this.#endOne();
      },
    );
  }

  /** Once the run has failed nothing more is asked for. */
  #complete(complete: Complete, field: PreparedField, value: unknown, answer: Target, key: string | number): void {
    if (this.#failed) {
      abandon(value);
      return;
    }
    try {
      complete(this, field, value, answer, key);
    } catch {
      this.#failed = true;
    }
  }

  #endOne(): void {
    this.#waits -= 1;
    if (this.#waits === 0) this.#end?.();
  }
}

class FieldInfo implements GraphQLResolveInfo {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLOutputType;
  readonly parentType: GraphQLObjectType;
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly rootValue = undefined;
  readonly operation: OperationDefinitionNode;
  readonly variableValues: Record<string, unknown>;

  constructor({ executed, variables }: PreparedRun, { nodes, definition, parentType }: PreparedField) {
    this.fieldName = definition.name;
    this.fieldNodes = nodes;
    this.returnType = definition.type;
    this.parentType = parentType;
    this.schema = executed.schema;
    this.fragments = executed.fragments;
    this.operation = executed.operation;
    this.variableValues = variables;
  }

  /** A resolver that asks for it is executed by graphql-js. */
  get path(): never {
    throw new Error('A prepared query knows no places');
  }
}
