import { connect, createServer, type Socket } from 'node:net';
import { FRAME_HEADER, frames } from '../support/wire/wire-frames';

/** A way to Postgres on which every statement stops until it is let through. */
export interface StoppedWire {
  /** The database's address with the wire in between. */
  urlOf(url: string): string;
  /** From now on statements stop; until then they pass. */
  stop(): void;
  /** Lets the oldest statement that stands there through. */
  step(): void;
  /** Lets everything through from now on. */
  open(): void;
  /** How many statements stand there. */
  readonly standing: number;
  /** The ports that the database sees, to find the backends by. */
  readonly clientPorts: readonly number[];
  close(): Promise<void>;
}

/** A statement begins with a Query or a Parse message, or with Bind when it is known by a name; what belongs to it follows. */
const QUERY = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);
const BIND = 'B'.charCodeAt(0);

export async function stoppedWire(databaseUrl: string): Promise<StoppedWire> {
  const { hostname, port } = new URL(databaseUrl);
  const waiting: (() => void)[] = [];
  const ports = new Set<number>();
  const sockets = new Set<Socket>();
  let isStopped = false;

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const ends = [client, upstream];
    for (const socket of ends) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        for (const end of ends) end.destroy();
      });
    }
    upstream.on('connect', () => void ports.add(upstream.localPort ?? 0));
    upstream.on('close', () => void ports.delete(upstream.localPort ?? 0));
    upstream.pipe(client);
    void forward(client, upstream, () => {
      if (!isStopped) return undefined;
      return new Promise<void>((pass) => void waiting.push(pass));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The wire has no port');

  return {
    urlOf: (url) => {
      const through = new URL(url);
      [through.hostname, through.port] = ['127.0.0.1', String(address.port)];
      return through.href;
    },
    stop: () => {
      isStopped = true;
    },
    step: () => waiting.shift()?.(),
    open: () => {
      isStopped = false;
      for (const pass of waiting.splice(0)) pass();
    },
    get standing() {
      return waiting.length;
    },
    get clientPorts() {
      return [...ports];
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Of its own transaction: it meets nobody. Where several nodes share the tables, each is a text of its own. */
const SETTING = Buffer.from('SET LOCAL ');

function isSetting(message: Buffer): boolean {
  return message.subarray(FRAME_HEADER, FRAME_HEADER + SETTING.length).equals(SETTING);
}

/** Copies message by message and asks before each statement. */
async function forward(client: Socket, upstream: Socket, ask: () => Promise<void> | undefined): Promise<void> {
  try {
    let before: number | undefined;
    for await (const frame of frames(client)) {
      const type = frame.hasType ? frame.bytes[0] : undefined;
      const isStatement = type === QUERY || type === PARSE || (type === BIND && before !== PARSE);
      before = type;
      if (isStatement && frame.bytes.length > FRAME_HEADER && !isSetting(frame.bytes)) await ask();
      upstream.write(frame.bytes);
    }
  } catch {
    // The client went away in the middle: so does the other end.
  }
  upstream.end();
}
