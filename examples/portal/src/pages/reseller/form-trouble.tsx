import type { CallFailure } from '../../api/ask.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';

interface FormTroubleProps {
  readonly failure: CallFailure | null;
  /** What was refused and belongs to no field of the form, each as a line. */
  readonly refusals: readonly string[];
}

/** Above a form's buttons: why it did not come to anything. What was typed stays. */
export function FormTrouble({ failure, refusals }: FormTroubleProps) {
  if (failure !== null) return <Failure failure={failure} />;
  if (refusals.length === 0) return null;
  return (
    <Notice tone="bad">
      <ul className="reseller-lines">
        {refusals.map((refusal) => (
          <li key={refusal}>{refusal}</li>
        ))}
      </ul>
    </Notice>
  );
}
