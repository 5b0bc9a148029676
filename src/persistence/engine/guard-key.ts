/** Known to the guard alone, which the linter sees to: without it no transaction opens and no pass can be made. */
export const GUARD_ONLY: unique symbol = Symbol('handed out by the guard');
