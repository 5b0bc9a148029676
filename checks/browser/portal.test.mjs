import { after, before } from 'node:test';
import { describeAccount } from './portal/account/account.mjs';
import { describeParts } from './portal/parts.mjs';
import { describePictures } from './portal/pictures.mjs';
import { describeProduction } from './portal/production.mjs';
import { describeServed } from './portal/served.mjs';
import { describeShell } from './portal/shell.mjs';
import { describeSignIn } from './portal/sign-in.mjs';
import { describeStart } from './portal/start.mjs';
import { createWorld } from './portal/world.mjs';

/** One server, one portal and one browser for all that is looked at. */
const world = createWorld();
before(() => world.start());
after(() => world.stop());

describeStart(world);
describeServed(world);
describeProduction(world);
describeSignIn(world);
describeAccount(world);
describeShell(world);
describePictures(world);
describeParts(world);
