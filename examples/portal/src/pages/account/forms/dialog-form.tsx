import '../../../styles/parts.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AccountAction } from '../../../api/generated.ts';
import { ActionButton, Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { SendFailure } from '../action/send-failure.tsx';
import type { Submission } from './use-submit.ts';

const WORDS = defineWords({ leave: 'Cancel' }, { leave: 'Abbrechen' });

interface DialogFormProps {
  /** What it does is, to the server, part of this action. */
  readonly by: AccountAction;
  readonly submission: Pick<Submission<never>, 'isPending' | 'answers' | 'refusals' | 'failure'>;
  /** What the button that sends says. */
  readonly action: string;
  readonly tone?: 'main' | 'danger';
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/**
 * What a dialog asks for, what was refused of it, and the two ways out. The first refused field gets the focus. When it becomes
 * denied meanwhile, it says so.
 */
export function DialogForm({ by, submission, action, tone = 'main', onSend, onClose, children }: DialogFormProps) {
  const words = useWords(WORDS);
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const { isPending, answers, refusals, failure } = submission;
  const reason = useAccount().denied(by);
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
        if (reason !== null) return;
        setAttempts(attempts + 1);
        onSend();
      }}
    >
      {reason !== null && !isPending && <Notice tone="warn">{reason}</Notice>}
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
        {reason === null || isPending ? (
          <Button type="submit" tone={tone} isPending={isPending}>
            {action}
          </Button>
        ) : (
          <ActionButton tone={tone} denied={reason}>
            {action}
          </ActionButton>
        )}
      </div>
    </form>
  );
}
