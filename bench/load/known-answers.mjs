/** What each server is to answer to the requests of a pool: the same data, in whatever bytes. */
export function answersOf(pool) {
  const expected = new Map();
  const bytes = new Map();
  const keyOf = (server, { number }) => `${server} ${number}`;

  function dataOf(server, request, { status, body }) {
    const text = body.toString();
    const answer = status === 200 ? JSON.parse(text) : null;
    if (answer === null || answer.errors !== undefined || !answer.data) {
      throw new Error(`${server} answers ${status} to ${nameOf(request)}: ${text.slice(0, 500)}`);
    }
    return answer.data;
  }

  const nameOf = ({ number, body }) => `${pool}, request ${number} (${body.slice(-120)})`;

  return {
    learn: (server, request, answer) => {
      const data = dataOf(server, request, answer);
      assertWhole(request, data, nameOf(request));
      const text = JSON.stringify(data);
      const known = expected.get(request.number);
      if (known === undefined) expected.set(request.number, text);
      else if (known !== text)
        throw new Error(`${server} answers otherwise to ${nameOf(request)}: ${difference(known, text)}`);
      bytes.set(keyOf(server, request), Buffer.from(answer.body));
    },
    /** By its bytes, which is cheap; where those are others than before, by what they say. */
    check: (server, request, answer) => {
      if (answer.status === 200 && bytes.get(keyOf(server, request))?.equals(answer.body)) return;
      const text = JSON.stringify(dataOf(server, request, answer));
      if (text === expected.get(request.number)) return;
      throw new Error(
        `${server} answers otherwise under load to ${nameOf(request)}: ${difference(expected.get(request.number), text)}`,
      );
    },
  };
}

/** As many accounts as were asked for, in their order, and enough of them that are there for the caller. */
function assertWhole({ ids, present, first }, data, what) {
  const accounts = data._entities ?? data.accounts?.edges.map(({ node }) => node) ?? [data.account];
  if (ids !== undefined && accounts.map(({ id }) => id).join() !== ids.join())
    throw new Error(`Other accounts: ${what}`);
  if (first !== undefined && accounts.length !== first) throw new Error(`${accounts.length} of ${first}: ${what}`);
  const there = accounts.filter((one) => one !== null && one.name !== null).length;
  if (there < present) throw new Error(`${there} of ${accounts.length} are there, expected ${present}: ${what}`);
}

function difference(known, text) {
  let at = 0;
  while (known[at] === text[at]) at += 1;
  const part = (one) => one.slice(Math.max(0, at - 120), at + 80);
  return `…${part(text)}… instead of …${part(known)}…`;
}
