import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** One kept connection that sends a request and reads its whole answer, and does as little else as it can. */
export class Connection {
  #chunks = [];
  #length = 0;
  #answered = null;

  constructor(url) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk) => this.#take(chunk));
    this.socket.on('error', (error) => this.#answered?.reject(error));
    this.socket.on('close', () => this.#answered?.reject(new Error('The server closed the connection')));
  }

  send(bytes) {
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.socket.write(bytes);
    });
  }

  close() {
    this.#answered = null;
    this.socket.destroy();
  }

  #take(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const answer = this.#whole();
    if (answer === null) return;
    this.#chunks = [];
    this.#length = 0;
    const { resolve } = this.#answered;
    this.#answered = null;
    resolve(answer);
  }

  /** Null while something of it is still to come. */
  #whole() {
    if (this.wanted !== undefined && this.#length < this.wanted) return null;
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    const end = all.indexOf(END_OF_HEAD);
    if (end < 0) return null;
    const head = all.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) return chunkedAnswer(all, end + 4, status);
    const whole = end + 4 + Number(length);
    this.wanted = this.#length < whole ? whole : undefined;
    return this.wanted === undefined ? { status, body: all.subarray(end + 4, whole) } : null;
  }
}

function chunkedAnswer(all, start, status) {
  const parts = [];
  for (let at = start; ; ) {
    const line = all.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(all.toString('latin1', at, line), 16);
    if (all.length < line + 2 + size + 2) return null;
    if (size === 0) return { status, body: Buffer.concat(parts) };
    parts.push(all.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}

/** A whole request, for who sends one now and then. */
export function requestBytes(url, token, body) {
  const { host, pathname } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n`;
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
