import { connect, createServer } from 'node:net';

const [QUERY, PARSE, EXECUTE, SYNC, READY] = [...'QPESZ'].map((letter) => letter.charCodeAt(0));

/**
 * Stands between the server and PostgreSQL and counts what passes: statements, those that are parsed anew, and round trips,
 * which is how often somebody begins to wait for an answer. Gives URLs that lead through it.
 */
export async function startWireProxy(databaseUrl) {
  const { hostname, port } = new URL(databaseUrl);
  const counts = { statements: 0, parsed: 0, roundTrips: 0 };
  const sockets = new Set();
  const proxy = createServer((client) => {
    const server = connect({ host: hostname, port: Number(port), noDelay: true });
    client.setNoDelay(true);
    let unanswered = 0;
    const sent = messages(true, (type) => {
      if (type === PARSE) counts.parsed += 1;
      if (type === QUERY || type === EXECUTE) counts.statements += 1;
      if (type !== QUERY && type !== SYNC) return;
      if (unanswered === 0) counts.roundTrips += 1;
      unanswered += 1;
    });
    const answered = messages(false, (type) => {
      if (type === READY && unanswered > 0) unanswered -= 1;
    });
    pass(client, server, sent, sockets);
    pass(server, client, answered, sockets);
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    counts: () => ({ ...counts }),
    through: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: proxy.address().port }).href,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}

function pass(from, to, see, sockets) {
  sockets.add(from);
  from.on('data', (chunk) => {
    see(chunk);
    to.write(chunk);
  });
  from.on('error', () => to.destroy());
  from.on('close', () => {
    sockets.delete(from);
    to.destroy();
  });
}

/** Tells the type of each message. A client's first one has none. */
function messages(beginsUntyped, tell) {
  let rest = Buffer.alloc(0);
  let isTyped = !beginsUntyped;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isTyped ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      if (isTyped) tell(rest[0]);
      isTyped = true;
      rest = rest.subarray(length);
    }
  };
}
