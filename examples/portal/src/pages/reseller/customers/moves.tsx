import { useState } from 'react';
import { ActionButton } from '../../../ui/button.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useMutationWords } from '../use-mutation.ts';
import { AnnounceDialog } from './announce-dialog.tsx';
import { CompleteDialog, WithdrawDialog } from './end-move-dialogs.tsx';

const WORDS = defineWords(
  { selected: '{count} selected', nobody: 'Select customers first.', steps: 'Moves of selected customers' },
  {
    selected: '{count} ausgewählt',
    nobody: 'Wählen Sie zuerst Kunden aus.',
    steps: 'Wechsel der ausgewählten Kunden',
  },
);

/** A customer that is selected. */
export interface Selected {
  readonly id: string;
  readonly name: string | null;
}

export interface MoveDialogProps {
  readonly accounts: readonly Selected[];
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}

const STEPS = { announceMove: AnnounceDialog, completeMove: CompleteDialog, withdrawMove: WithdrawDialog } as const;
type Step = keyof typeof STEPS;

interface MovesProps {
  readonly accounts: readonly Selected[];
  readonly onDone: (text: string) => void;
}

/** The steps of a move to another reseller, for the customers that are selected. */
export function Moves({ accounts, onDone }: MovesProps) {
  const words = useWords(WORDS);
  const formats = useFormats();
  const [open, setOpen] = useState<Step | null>(null);
  // Those that were selected when it was opened: the list goes on below it.
  const [chosen, setChosen] = useState<readonly Selected[]>([]);
  const Dialog = open === null ? null : STEPS[open];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form.
    <div className="row" role="group" aria-label={words.steps}>
      <span className="small muted" role="status">
        {fill(words.selected, { count: formats.count(accounts.length) })}
      </span>
      {(Object.keys(STEPS) as Step[]).map((step) => (
        <MoveButton
          key={step}
          step={step}
          nobody={accounts.length === 0 ? words.nobody : null}
          onPress={() => {
            setChosen(accounts);
            setOpen(step);
          }}
        />
      ))}
      {Dialog !== null && (
        <Dialog
          accounts={chosen}
          onClose={() => setOpen(null)}
          onDone={(text) => {
            setOpen(null);
            onDone(text);
          }}
        />
      )}
    </div>
  );
}

interface MoveButtonProps {
  readonly step: Step;
  readonly nobody: string | null;
  readonly onPress: () => void;
}

function MoveButton({ step, nobody, onPress }: MoveButtonProps) {
  const { label, denied } = useMutationWords(step);
  return (
    <ActionButton denied={denied ?? nobody} onPress={onPress}>
      {label}
    </ActionButton>
  );
}
