import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';

interface RowChoiceProps {
  /** What is chosen with it; told, not shown. */
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Chooses a row of a table. */
export function RowChoice({ label, isSelected, onChange }: RowChoiceProps) {
  return (
    <Checkbox className="row-choice" aria-label={label} isSelected={isSelected} onChange={onChange}>
      <span className="row-choice-box" aria-hidden>
        <Check className="icon" />
      </span>
    </Checkbox>
  );
}
