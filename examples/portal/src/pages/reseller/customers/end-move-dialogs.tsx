import { CompleteMoveDocument, WithdrawMoveDocument } from '../../../api/generated.ts';
import { useSubmit } from '../../../api/use-submit.ts';
import type { MoveDialogProps, Selected } from './moves.tsx';
import { StepFrame } from './step-frame.tsx';

const inputOf = (accounts: readonly Selected[], dryRun: boolean) => ({
  input: { accountIds: accounts.map(({ id }) => id), dryRun },
});

export function CompleteDialog(props: MoveDialogProps) {
  const submit = useSubmit(CompleteMoveDocument, (data) => data.completeMove);
  const send = (accounts: readonly Selected[], isDryRun: boolean) => submit.send(inputOf(accounts, isDryRun));
  return <StepFrame {...props} mutation="completeMove" submit={submit} send={send} />;
}

export function WithdrawDialog(props: MoveDialogProps) {
  const submit = useSubmit(WithdrawMoveDocument, (data) => data.withdrawMove);
  const send = (accounts: readonly Selected[], isDryRun: boolean) => submit.send(inputOf(accounts, isDryRun));
  return <StepFrame {...props} mutation="withdrawMove" submit={submit} send={send} />;
}
