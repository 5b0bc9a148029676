// Before a program that is to end with the one that started it, also when that one has no time to say so.
import { endWithParent } from '../../scripts/end-with-npm.mjs';

endWithParent();
