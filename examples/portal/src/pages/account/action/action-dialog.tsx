import { type FormEvent, type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { CallFailure } from '../../../api/ask.ts';
import type { AccountAction } from '../../../api/generated.ts';
import { ActionButton, Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { useLeaveGuard } from './leave-guard.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { SendFailure } from './send-failure.tsx';

const WORDS = defineWords({ cancel: 'Cancel', sending: 'Sending' }, { cancel: 'Abbrechen', sending: 'Wird gesendet' });

interface ActionFormProps {
  readonly action: AccountAction;
  readonly send: string;
  readonly tone?: 'main' | 'danger';
  readonly isPending: boolean;
  /** Whether something would be lost by leaving. */
  readonly isTyped?: boolean;
  readonly failure: CallFailure | null;
  /** What was refused and belongs to no field; a new list is a new answer. */
  readonly refusals: readonly string[];
  /** Counts answers: after each, the first field that is refused gets the focus. */
  readonly answers: number;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** Beside the buttons. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
  /** What Escape does in the dialog around it: the form puts it there. */
  readonly leaving: RefObject<() => void>;
}

interface ActionDialogProps extends Omit<ActionFormProps, 'leaving'> {
  readonly title: string;
  readonly isWide?: boolean;
}

/** An action over the page. */
export function ActionDialog({ title, isWide = false, ...form }: ActionDialogProps) {
  const leaving = useRef(form.onClose);
  return (
    <Dialog title={title} isWide={isWide} onClose={() => leaving.current()}>
      <ActionForm {...form} leaving={leaving} />
    </Dialog>
  );
}

/** An action, from what is to be filled in to what was refused. When it becomes denied meanwhile, it says so. */
export function ActionForm(props: ActionFormProps) {
  const { action, send, tone = 'main', isPending, isTyped = false, failure, refusals, leaving } = props;
  const words = useWords(WORDS);
  const { denied } = useAccount();
  const [isLeaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLeaveGuard(isTyped, () => setLeaving(true));
  useRefusedFocus(form, props.answers);
  const reason = denied(action);
  const leave = () => {
    // What is on its way is waited for: its refusal would be told to nobody.
    if (isPending) return;
    if (isTyped) setLeaving(true);
    else props.onClose();
  };
  useEffect(() => {
    leaving.current = leave;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Enter in a field comes here too, also while the button is denied.
    if (!isPending && reason === null) props.onSend();
  };
  /** A link in the dialog leads away from it. */
  const follow = (event: MouseEvent) => {
    if (!isTyped || !(event.target as Element).closest('a[href]')) return;
    event.preventDefault();
    setLeaving(true);
  };
  return (
    <>
      <form className="stack" ref={form} onSubmit={submit} onClickCapture={follow} noValidate>
        {reason !== null && <Notice tone="warn">{reason}</Notice>}
        <div className="stack refusals" tabIndex={-1}>
          {failure !== null && <SendFailure failure={failure} />}
          {refusals.map((refusal) => (
            <Notice key={refusal} tone="bad">
              {refusal}
            </Notice>
          ))}
        </div>
        {props.children}
        <div className="dialog-foot">
          <Button tone="quiet" onPress={leave}>
            {words.cancel}
          </Button>
          {props.more}
          <ActionButton tone={tone} type="submit" denied={reason}>
            {isPending ? words.sending : send}
          </ActionButton>
        </div>
      </form>
      {isLeaving && <LeaveQuestion onStay={() => setLeaving(false)} onLeave={props.onClose} />}
    </>
  );
}

const REFUSED =
  'input[aria-invalid="true"], textarea[aria-invalid="true"], [data-invalid] button:not(.padlock), [data-invalid] [role="spinbutton"]';

function useRefusedFocus(form: RefObject<HTMLFormElement | null>, answers: number): void {
  useEffect(() => {
    if (answers === 0) return;
    const first = form.current?.querySelector<HTMLElement>(REFUSED);
    const above = form.current?.querySelector<HTMLElement>('.refusals:not(:empty)');
    (first ?? above)?.focus();
  }, [form, answers]);
}
