import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { comesTo } from '../comes-to.mjs';
import { ask } from '../copied-customer.mjs';
import { sampleOf } from './sample-value.mjs';

/** Not the one that eslint has in the checks. */
const ofRoot = createRequire(new URL('../../../package.json', import.meta.url));
const POLICY = '{ accountPolicy { mutations { mutation label inputSchema labels { path label help } } } }';

let visit;
let mutations;

/** From the schema and the policy of the world's server, with nothing named here. */
export function describeForms(world) {
  describe('the form of every mutation, from its schema alone', () => {
    before(async () => {
      const { url, administrator } = world.server;
      mutations = (await ask(url, administrator, POLICY)).accountPolicy.mutations;
      visit = await world.open();
      await visit.signInAs('Admin');
    });
    after(() => visit?.close());

    test('shows every value that can be sent, by its label and with its help', async () => {
      assert.ok(mutations.length > 30);
      for (const { mutation, label, inputSchema, labels } of mutations) {
        await openForm(mutation, label);
        const shown = await everyField(['input'], inputSchema);
        const wanted = labels.map(({ path, label: words }) => `${path.join('.')} ${words}`);
        assert.deepEqual(shown.sort(), wanted.sort(), mutation);
      }
    });

    test('takes a value that fits, sends just that, and says of nothing where it does not fit', async () => {
      const sent = [];
      await visit.page.route('**/graphql', async (route) => {
        const { query, variables } = route.request().postDataJSON();
        if (!query.startsWith('mutation')) return route.continue();
        sent.push(variables.input);
        const errors = [{ message: 'Nothing is to be changed here.', extensions: { code: 'NOTHING_CHANGED' } }];
        return route.fulfill({ json: { data: { [/\{ (\w+)/.exec(query)[1]]: null }, errors } });
      });
      for (const { mutation, label, inputSchema } of mutations) {
        const sample = sampleOf(inputSchema);
        assert.ok(validatorOf(inputSchema)(sample), `${mutation}: ${JSON.stringify(sample)} does not fit`);
        await openForm(mutation, label);
        await visit.send();
        await visit.outcome.getByText(/^Please look at/).waitFor();
        assert.equal(sent.length, 0, `${mutation}: nothing is sent that does not fit`);
        await fillIn(['input'], inputSchema, sample);
        await visit.send();
        await visit.outcome
          .getByText('NOTHING_CHANGED')
          .waitFor()
          .catch(async () => assert.fail(`${mutation}: ${await visit.outcome.textContent()}`));
        const [{ idempotencyKey, ...input }] = sent.splice(0);
        assert.deepEqual(input, sample, mutation);
        assert.equal(idempotencyKey !== undefined, 'idempotencyKey' in inputSchema.properties, mutation);
      }
      await visit.page.unroute('**/graphql');
    });
  });
}

async function openForm(mutation, label) {
  await visit.goToAddress('#/mutations');
  await visit.goToAddress(`#/do/${mutation}`);
  await visit.heading(label).waitFor();
}

const byId = (path, end = '') => visit.page.locator(`[id="${path.join('-')}${end}"]`);

/** The place and the label of each value, after all that nests was opened. */
async function everyField(path, schema) {
  const found = [];
  for (const [name, part] of Object.entries(schema.properties)) {
    const own = [...path, name];
    const id = byId(own);
    await comesTo(() => id.count(), 1, `no control for ${own.join('.')}`);
    const words =
      name === 'dryRun'
        ? await id.evaluate((control) => control.labels[0].textContent)
        : await byId(own, ':label').textContent();
    const place = own.filter((step) => typeof step === 'string');
    found.push(`${place.join('.')} ${words}`);
    if (typesOf(part).includes('array')) {
      await opened(id);
      await byId(own, ':add').click();
      const item = part.items;
      if (item.properties !== undefined) found.push(...(await everyField([...own, 0], item)));
    } else if (part.properties !== undefined) {
      await opened(id);
      found.push(...(await everyField(own, part)));
    }
  }
  return found;
}

/** What may be left out is to be sent. */
async function opened(group) {
  const sending = group.locator('> .field-said .sending select');
  if ((await sending.count()) > 0) await sending.selectOption('value');
}

async function fillIn(path, schema, value) {
  for (const [name, part] of Object.entries(value)) await fillOne([...path, name], schema.properties[name], part);
}

async function fillOne(path, schema, value) {
  const control = byId(path);
  if (Array.isArray(value)) {
    await opened(control);
    for (const [index, item] of value.entries()) {
      await byId(path, ':add').click();
      await fillOne([...path, index], schema.items, item);
    }
  } else if (typeof value === 'object') {
    await opened(control);
    await fillIn(path, schema, value);
  } else if (typeof value === 'boolean') {
    await control.getByLabel('Yes', { exact: true }).check();
  } else if (schema.enum !== undefined) {
    await control.selectOption(String(schema.enum.filter((choice) => choice !== null).indexOf(value)));
  } else {
    await control.fill(String(value));
  }
}

function typesOf({ type }) {
  return [type].flat();
}

/** Another reader of the same schemas than the page has. */
function validatorOf(schema) {
  const { Ajv2020 } = ofRoot('ajv/dist/2020.js');
  const ajv = new Ajv2020({ strict: false });
  ofRoot('ajv-formats').default(ajv);
  return ajv.compile(schema);
}
