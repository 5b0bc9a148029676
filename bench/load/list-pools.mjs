import { RESELLERS } from '../data/customers.mjs';
import { USERS } from './callers.mjs';
import { Connection, requestBytes } from './http.mjs';
import { accountsAfter, accountsFound } from './operations.mjs';

const PAGE = 50;
const PAGES_BEFORE = 15;
const SEARCHES = 20;

/** A page far behind the first one, for each user who has so many. */
export async function deepPool({ url }, tokens) {
  const connection = new Connection(url);
  const requests = [];
  for (const user of USERS.keys()) {
    let after = null;
    for (let page = 0; page < PAGES_BEFORE; page += 1) {
      const { body } = await connection.send(requestBytes(url, tokens[user][0], accountsAfter(PAGE, after)));
      after = JSON.parse(body.toString()).data.accounts.pageInfo.endCursor ?? after;
    }
    requests.push({ number: user, user, body: accountsAfter(PAGE, after), present: 0 });
  }
  connection.close();
  return requests;
}

/** Searches for the number of one account, which some see and some do not. */
export async function searchPool(_server, _tokens, accounts) {
  return [...USERS.keys()].flatMap((user) =>
    Array.from({ length: SEARCHES }, (_, nth) => {
      const n = 1 + Math.floor(((accounts - RESELLERS - 1) * (nth + user / USERS.length)) / SEARCHES);
      return { number: user * SEARCHES + nth, user, body: accountsFound(PAGE, `A-${n}`), present: 0 };
    }),
  );
}
