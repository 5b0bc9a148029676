// `node examples/northwind/items.mjs europe`: what one reseller of the example has, one customer a line as syncCustomers takes
// it, with what it is refused between them.
import { readFileSync } from 'node:fs';

const reseller = process.argv[2];
const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const items = new Map();
for (const line of read('paid-subscriptions.ndjson').trim().split('\n')) {
  const { reseller: whose, customer, subscription } = JSON.parse(line);
  if (whose !== reseller) continue;
  const item = items.get(customer.sourceAccountId) ?? { customer, paidSubscriptions: [] };
  item.paidSubscriptions.push(subscription);
  items.set(customer.sourceAccountId, item);
}
if (items.size === 0) {
  console.error('Usage: node examples/northwind/items.mjs europe | americas');
  process.exit(2);
}
for (const { reseller: whose, ...item } of JSON.parse(read('refused.json'))) {
  if (whose === reseller) items.set(item, item);
}
for (const item of items.values()) console.log(JSON.stringify(item));
