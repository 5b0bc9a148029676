import { connect, createServer, type Socket } from 'node:net';
import { FRAME_HEADER, frames } from './wire-frames';

/** What is done with one message of a client; `cut` ends both sides. */
export interface Passage {
  readonly message: Buffer;
  /** The text of the statement that it belongs to, also of one that goes by its name. */
  readonly statement: string;
  pass(): void;
  /** Lets this simple query pass in its place. */
  passInstead(statement: string): void;
  cut(): void;
  /** Lets it pass, and nothing that is answered to it: then the connection breaks. */
  loseAnswer(): void;
}

/** A way to a database that a test may interrupt at a message of its own choice. */
export interface Door {
  /** Where new connections go on to. */
  port: number;
  /** The URL, led through the door. */
  through(url: string): string;
  /** Asked of every message to the database from now on; null: all pass. */
  guard: ((passage: Passage) => void) | null;
  /** Says of connections from now on that another process serves them, as a pooler does. */
  isPooler: boolean;
  /** Ends all connections and takes no others, until `open`. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** Opens a door to the server of this URL. */
export async function openDoor(to: string): Promise<Door> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let isShut = false;
  const server = createServer((client) => {
    if (isShut) {
      client.destroy();
      return;
    }
    const database = connect(door.port, hostname);
    const cut = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    let isLost = false;
    const { isPooler } = door;
    database.on('data', (data: Buffer) => isLost || client.write(isPooler ? ofAnotherProcess(data) : data));
    const statementOf = statements();
    void handOver(client, (message) => {
      const statement = statementOf(message);
      const pass = () => void database.write(message);
      const passInstead = (statement: string) => void database.write(queryOf(statement));
      const loseAnswer = () => {
        isLost = true;
        database.once('data', () => setImmediate(cut));
        pass();
      };
      if (door.guard) door.guard({ message, statement, pass, passInstead, cut, loseAnswer });
      else pass();
    }).finally(cut);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port');
  const door: Door = {
    port: Number(port),
    guard: null,
    isPooler: false,
    through: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(address.port) }).href,
    shut: () => {
      isShut = true;
      for (const socket of sockets) socket.destroy();
    },
    open: () => {
      isShut = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return door;
}

/** BackendKeyData, a process and a secret, comes once. */
function ofAnotherProcess(data: Buffer): Buffer {
  const at = data.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
  if (at >= 0) data.writeInt32BE(data.readInt32BE(at + FRAME_HEADER) + 1, at + FRAME_HEADER);
  return data;
}

/** Message by message: what is sent together arrives so, and may arrive in parts. */
async function handOver(client: Socket, take: (message: Buffer) => void): Promise<void> {
  try {
    for await (const { bytes } of frames(client)) take(bytes);
  } catch {
    // The client went away in the middle: so does the other end.
  }
}

function queryOf(statement: string): Buffer {
  const text = Buffer.from(`${statement}\0`);
  const head = Buffer.alloc(FRAME_HEADER);
  head.write('Q');
  head.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([head, text]);
}

/** Remembers which name was given to which statement of a connection. */
function statements(): (message: Buffer) => string {
  const named = new Map<string, string>();
  let current = '';
  return (message) => {
    const type = String.fromCharCode(message[0] ?? 0);
    const [first = '', second = ''] = message.subarray(FRAME_HEADER).toString('utf8').split('\0');
    if (type === 'Q') current = first;
    if (type === 'P') {
      current = second;
      named.set(first, second);
    }
    if (type === 'B') current = named.get(second) ?? '';
    return current;
  };
}

/** Whether it is the simple query of a COMMIT. */
export function isCommit({ statement, message }: Passage): boolean {
  return statement === 'COMMIT' && message[0] === 0x51;
}
