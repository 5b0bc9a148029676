import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether what is given is the secret. Digests are of one length, and comparing them takes the same time whatever was sent.
 */
export function secretTest(secret: string): (given: string) => boolean {
  const wanted = digest(secret);
  return (given) => timingSafeEqual(digest(given), wanted);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
