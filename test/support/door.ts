import { connect, createServer, type Socket } from 'node:net';

/** What is done with what comes from a client; `cut` ends both sides. */
export interface Passage {
  readonly message: Buffer;
  pass(): void;
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
    database.on('data', (data) => isLost || client.write(data));
    client.on('data', (message: Buffer) => {
      const pass = () => void database.write(message);
      const loseAnswer = () => {
        isLost = true;
        database.once('data', cut);
        pass();
      };
      if (door.guard) door.guard({ message, pass, cut, loseAnswer });
      else pass();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port');
  const door: Door = {
    port: Number(port),
    guard: null,
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

/** Whether it is the simple query of a COMMIT. */
export function isCommit(message: Buffer): boolean {
  return message.subarray(5).toString('latin1') === 'COMMIT\0' && message[0] === 0x51;
}
