import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer, Program } from '../support/program';

/** An answer holds for a second, and for longer where the next look is late: the first of this status, or the last one. */
export async function readyzOnceItIs(wanted: 200 | 503, program: Program): Promise<HttpAnswer> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const answer = await program.get('/readyz');
    if (answer.status === wanted || performance.now() > deadline) return answer;
    await sleep(100);
  }
}

/** What is answered once the answer of before holds no longer. */
export async function readyzAnew(program: Program): Promise<HttpAnswer> {
  await sleep(1_050);
  return program.get('/readyz');
}
