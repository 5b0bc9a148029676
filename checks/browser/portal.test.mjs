import { after, before } from 'node:test';
import { describeSignIn } from './portal/sign-in.mjs';
import { createWorld } from './portal/world.mjs';

/** One server, one portal and one browser for all that is looked at. */
const world = createWorld();
before(() => world.start());
after(() => world.stop());

describeSignIn(world);
