import type { EdgeLimits } from './edge-limits';
import type { Exchange } from './exchange';
import { onHeadSent } from './head-sent';

/**
 * Cuts the connection of who does not take its answer: nothing of it for a while, or not the whole in a longer one. From
 * the head of the answer on; before, it is ours to hurry (test/long/edge/unread-answers.test.ts).
 */
export function limitAnswerTime(
  { response, facts }: Exchange,
  { stallMs, answerMs }: Pick<EdgeLimits, 'stallMs' | 'answerMs'>,
): void {
  const cut = () => {
    facts.code = 'ANSWER_NOT_TAKEN';
    response.destroy();
  };
  onHeadSent(response, () => {
    // Node looks whether the queue of the socket has become shorter, and calls when it has not.
    response.setTimeout(stallMs, cut);
    const { socket } = response;
    // Node sets its own for a connection that is kept alive, but not when the next request is here already.
    response.once('finish', () => socket?.timeout === stallMs && socket.setTimeout(0));
    const timer = setTimeout(cut, answerMs).unref();
    response.once('close', () => clearTimeout(timer));
  });
}
