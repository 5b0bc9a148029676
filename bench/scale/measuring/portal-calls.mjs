import { Connection, requestBytes } from '../../load/http.mjs';

const body = (operationName, query, input) => JSON.stringify({ operationName, query, variables: { input } });

export const generateInvoices = (accountId, asOf) =>
  body(
    'Generate',
    'mutation Generate($input: GenerateInvoicesInput!) { done: generateInvoices(input: $input) { userErrors { code } } }',
    { accountId, asOf },
  );

export const updateAccount = (input) =>
  body(
    'Update',
    'mutation Update($input: UpdateAccountInput!) { done: updateAccount(input: $input) { userErrors { code } } }',
    input,
  );

/** Sends each once over so many connections; gives the milliseconds of each. What is refused is thrown, but for these codes. */
export async function sendAll({ url, token, bodies, connections, allowed = [] }) {
  const times = [];
  const waiting = [...bodies];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = new Connection(url);
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const sentAt = performance.now();
        const answer = await connection.send(requestBytes(url, token, next));
        const refused = refusalOf(answer);
        if (refused !== null && !allowed.includes(refused))
          throw new Error(`Refused: ${refused}, ${next.slice(0, 300)}`);
        times.push({ ms: performance.now() - sentAt, refused });
      }
      connection.close();
    }),
  );
  return times;
}

function refusalOf({ body }) {
  const { data, errors } = JSON.parse(body.toString());
  if (errors) return errors[0].extensions?.code ?? errors[0].message;
  return data.done?.userErrors[0]?.code ?? null;
}
