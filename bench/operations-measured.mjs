import { accountOf, entitiesOf, pageOf } from './load/read-pools.mjs';
import { WRITES } from './load/write-rounds.mjs';

/** What is read, with how many accounts one request counts for. */
export const READS = {
  'entities-1': { title: '`_entities`, 1 key', accounts: 1, requests: entitiesOf(1) },
  'entities-10': { title: '`_entities`, 10 keys', accounts: 10, requests: entitiesOf(10) },
  'entities-100': { title: '`_entities`, 100 keys', accounts: 100, requests: entitiesOf(100) },
  account: { title: '`account(id)` whole', accounts: 1, requests: accountOf },
  accounts: { title: '`accounts(first: 50)`', accounts: 50, requests: pageOf(50) },
};

export { WRITES };
/** What can be asked for; of a sync, what is changed must be new first. */
export const OPERATIONS = [...Object.keys(READS), 'sync', 'record'];

export function writesOf(names) {
  return Object.keys(WRITES).filter((name) => names.includes(name.split('-')[0]));
}
