import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { onHeadSent } from './exchange/head-sent';

/** So much of the cap is kept free by closing what is of no use. */
const SPARE = 0.1;
const TOLD_EVERY_MS = 60_000;
const REFUSED = 400;
/** Requests that one connection has sent without waiting for answers: more is no way to ask, and holds up everybody else. */
const UNDER_WAY = 64;

/**
 * Keeps connections below a number. What waits makes room for who comes: first connections that have not brought a whole
 * request or were refused, then those whose answer is not read yet, then those kept alive, of each the oldest. So nobody
 * locks others out by opening connections (test/server/connection-cap.test.ts).
 */
export class ConnectionCap {
  /** Every connection, with the requests on it that are being answered. */
  readonly #open = new Map<Socket, number>();
  readonly #useless = new Set<Socket>();
  readonly #unread = new Set<Socket>();
  readonly #idle = new Set<Socket>();
  #closed = 0;
  #closedInAll = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly most: number,
    private readonly logger: Logger,
  ) {}

  get count(): number {
    return this.#open.size;
  }

  /** How many were closed to make room, since the start. */
  get closedForRoom(): number {
    return this.#closedInAll;
  }

  /** Counted here and not by Node: one of several processes that is full would hand the connection to the next, and so on. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => this.#add(socket));
  }

  /** Until the head of its answer is sent, a request keeps its connection open. */
  begin({ socket }: IncomingMessage, response: ServerResponse): void {
    if (!this.#open.has(socket)) return;
    this.#moveTo(null, socket);
    this.#count(socket, 1);
    if ((this.#open.get(socket) ?? 0) > UNDER_WAY) socket.destroy();
    let isUnderWay = true;
    const end = (next: Set<Socket>) => {
      if (isUnderWay) this.#count(socket, -1);
      isUnderWay = false;
      if (this.#open.get(socket) === 0) this.#moveTo(next, socket);
    };
    onHeadSent(response, () => end(response.statusCode < REFUSED ? this.#unread : this.#useless));
    response.once('close', () => end(this.#idle));
  }

  #add(socket: Socket): void {
    while (this.count >= Math.floor(this.most * (1 - SPARE)) && this.#closeOldest()) this.#tell();
    if (this.count >= this.most) {
      socket.destroy();
      this.#tell();
      return;
    }
    this.#open.set(socket, 0);
    this.#useless.add(socket);
    socket.once('close', () => this.#forget(socket));
  }

  /** False when there is none that waits. */
  #closeOldest(): boolean {
    const waiting = [this.#useless, this.#unread, this.#idle].find(({ size }) => size > 0);
    const [oldest] = waiting ?? [];
    if (oldest === undefined) return false;
    this.#forget(oldest);
    oldest.destroy();
    return true;
  }

  #count(socket: Socket, change: number): void {
    const before = this.#open.get(socket);
    if (before !== undefined) this.#open.set(socket, before + change);
  }

  #moveTo(next: Set<Socket> | null, socket: Socket): void {
    for (const set of [this.#useless, this.#unread, this.#idle]) set.delete(socket);
    next?.add(socket);
  }

  #forget(socket: Socket): void {
    this.#moveTo(null, socket);
    this.#open.delete(socket);
  }

  /** An operator should know, and not once for each. */
  #tell(): void {
    this.#closed += 1;
    this.#closedInAll += 1;
    if (Date.now() - this.#toldAt < TOLD_EVERY_MS) return;
    const counts = { open: this.count, closed: this.#closed, most: this.most };
    this.logger.warn(counts, 'connections are closed to make room for others');
    this.#closed = 0;
    this.#toldAt = Date.now();
  }
}
