import type { Client } from 'pg';
import type { Reader } from '../../../src/persistence/engine/database';
import type { Statement } from '../../../src/persistence/engine/sql';

/** How the database answered some statements. */
export interface Plan {
  readonly indexes: readonly string[];
  readonly nodes: readonly string[];
  /** Blocks that the statements touched: what they cost, whatever else the machine does. */
  readonly blocks: number;
  readonly milliseconds: number;
}

/** Reads with the statements of `read` itself, and tells how the planner answers them. */
export async function explained<T>(
  planner: Client,
  reader: Reader,
  read: (explaining: Reader) => Promise<T>,
): Promise<Plan & { readonly answer: T }> {
  const plans: PlanNode[] = [];
  let milliseconds = 0;
  const explaining = {
    query: async <Row>(statement: Statement<Row>): Promise<Row[]> => {
      const { text, values } = statement;
      const { rows } = await planner.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
      const [{ Plan: plan, 'Execution Time': time }] = rows[0]['QUERY PLAN'];
      plans.push(plan);
      milliseconds += time;
      return reader.query(statement);
    },
  } as Reader;
  const answer = await read(explaining);
  const nodes = plans.flatMap(nodesOf);
  return {
    answer,
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    nodes: nodes.map((node) => `${node['Node Type']} ${node['Relation Name'] ?? ''}`.trim()),
    blocks: plans.reduce((sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], 0),
    milliseconds,
  };
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
