/** How the program ends. */
export const EXIT = { ALL_TAKEN: 0, SOME_REFUSED: 1, WRONG_CALL: 2, COULD_NOT_GO_ON: 3 } as const;

/** The call is wrong: said without a stack, with 2. */
export class WrongCall extends Error {}
