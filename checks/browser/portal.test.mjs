import { after, before } from 'node:test';
import { describePictures } from './portal/pictures.mjs';
import { describeProduction } from './portal/production.mjs';
import { describeResellersFigures } from './portal/resellers-figures.mjs';
import { describeGoingLive } from './portal/resellers-go-live.mjs';
import { describeResellersList } from './portal/resellers-list.mjs';
import { describeResellersLooks } from './portal/resellers-looks.mjs';
import { describeResellersMoves } from './portal/resellers-moves.mjs';
import { describeResellersSync } from './portal/resellers-sync.mjs';
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
describeResellersList(world);
describeGoingLive(world);
describeResellersSync(world);
describeResellersFigures(world);
describeResellersMoves(world);
describeResellersLooks(world);
describeShell(world);
describePictures(world);
