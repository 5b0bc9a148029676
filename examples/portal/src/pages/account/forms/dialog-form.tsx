import '../../../styles/parts.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { SendFailure } from '../action/send-failure.tsx';
import type { Submission } from './use-submit.ts';

const WORDS = defineWords({ leave: 'Cancel' }, { leave: 'Abbrechen' });

interface DialogFormProps {
  readonly submission: Pick<Submission<never>, 'isPending' | 'answers' | 'refusals' | 'failure'>;
  /** What the button that sends says. */
  readonly action: string;
  readonly tone?: 'main' | 'danger';
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** What a dialog asks for, what was refused of it, and the two ways out. The first refused field gets the focus. */
export function DialogForm({ submission, action, tone = 'main', onSend, onClose, children }: DialogFormProps) {
  const words = useWords(WORDS);
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const { isPending, answers, refusals, failure } = submission;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt or an answer is the occasion.
  useEffect(() => {
    if (isPending || attempts === 0) return;
    const refused = form.current?.querySelector<HTMLElement>(
      'input[aria-invalid="true"], textarea[aria-invalid="true"], .field[data-invalid] [role="spinbutton"], .field[data-invalid] button',
    );
    refused?.focus();
  }, [attempts, answers]);
  return (
    <form
      ref={form}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempts(attempts + 1);
        onSend();
      }}
    >
      {children}
      {!isPending && refusals.elsewhere.length > 0 && (
        <Notice tone="bad">
          {refusals.elsewhere.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      {!isPending && failure !== null && <SendFailure failure={failure} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.leave}</Button>
        <Button type="submit" tone={tone} isPending={isPending}>
          {action}
        </Button>
      </div>
    </form>
  );
}
