import { after, before } from 'node:test';
import { startServer } from '../../scripts/built-server.mjs';
import { describeForms } from './admin-tool/forms.mjs';
import { describeJourneys } from './admin-tool/journeys.mjs';
import { describeStart } from './admin-tool/start.mjs';
import { describeStates } from './admin-tool/states.mjs';
import { openTool, startTool } from './admin-tool/visit.mjs';
import { launch } from './chromium.mjs';
import { copyCustomer, sendRefusedCustomer } from './copied-customer.mjs';

/** One server, one tool and one browser for all that is looked at. */
const world = {
  open: (options) => openTool(world.browser, world.tool.url, options),
};

before(async () => {
  world.server = await startServer();
  await copyCustomer(world.server);
  await sendRefusedCustomer(world.server);
  world.tool = await startTool([], { DATA_DIR: world.server.dataDir });
  world.browser = await launch();
});
after(async () => {
  await world.browser?.close();
  await world.tool?.stop();
  await world.server?.stop();
});

describeStart(world);
describeJourneys(world);
describeStates(world);
describeForms(world);
