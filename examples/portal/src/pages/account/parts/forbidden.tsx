import { CallFailure } from '../../../api/ask.ts';
import { Failure } from '../../../ui/failure.tsx';

const FORBIDDEN = new CallFailure('forbidden', '');

/** In the place of a part that the server has nothing of for this caller. */
export function Forbidden() {
  return <Failure failure={FORBIDDEN} />;
}
