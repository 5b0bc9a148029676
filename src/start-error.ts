/** Why it cannot start, in words that say what to do: the stack would tell nothing. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
