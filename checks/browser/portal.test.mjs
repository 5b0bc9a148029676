import { after, before } from 'node:test';
import { describeResellersFigures } from './portal/resellers-figures.mjs';
import { describeGoingLive } from './portal/resellers-go-live.mjs';
import { describeResellersList } from './portal/resellers-list.mjs';
import { describeResellersLooks } from './portal/resellers-looks.mjs';
import { describeResellersMoves } from './portal/resellers-moves.mjs';
import { describeResellersSync } from './portal/resellers-sync.mjs';
import { describeSignIn } from './portal/sign-in.mjs';
import { createWorld } from './portal/world.mjs';

/** One server, one portal and one browser for all that is looked at. */
const world = createWorld();
before(() => world.start());
after(() => world.stop());

describeSignIn(world);
describeResellersList(world);
describeGoingLive(world);
describeResellersSync(world);
describeResellersFigures(world);
describeResellersMoves(world);
describeResellersLooks(world);
