import { after, before } from 'node:test';
import { describeAccounts } from './portal/accounts.mjs';
import { describeAccountsScrolling } from './portal/accounts-list-scroll.mjs';
import { describeManyAccounts } from './portal/accounts-many.mjs';
import { describeAccountsStates } from './portal/accounts-states.mjs';
import { describeSignIn } from './portal/sign-in.mjs';
import { createWorld } from './portal/world.mjs';

/** One server, one portal and one browser for all that is looked at. */
const world = createWorld();
before(() => world.start());
after(() => world.stop());

describeSignIn(world);
describeAccounts(world);
describeAccountsStates(world);
describeAccountsScrolling(world);
describeManyAccounts(world);
