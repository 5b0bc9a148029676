import type { ClientBase } from 'pg';

const telling = new WeakSet<ClientBase>();

/** Told of a connection on which what a transaction sets is told to other nodes, which share the tables (db:distribute). */
export function toldOfNodes(client: ClientBase): void {
  telling.add(client);
}

export function tellsNodes(client: ClientBase): boolean {
  return telling.has(client);
}
