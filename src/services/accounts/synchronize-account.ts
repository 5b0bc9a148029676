import { inOrder } from '../../domain/accounts/account-input';
import { synchronizationRequested } from '../../domain/accounts/wording';
import { DomainError } from '../../domain/errors';
import { filledText, invalidInput, LIMITS, read } from '../../domain/input';
import { changeAccount } from '../../persistence/accounts/account-writes';
import { addLine } from '../../persistence/accounts/add-line';
import { insertSynchronizationRequest } from '../../persistence/accounts/synchronization-outbox';
import { atOnce } from '../../persistence/pass/at-once';
import type { AccountPass } from '../../persistence/pass/guard-pass';

/** The provisioning system to synchronize with. */
export const systemCodeInput = filledText();

const REQUESTED_AT = 'requestedAt';

/** Asks for a synchronization of an own account with a provisioning system: it stands in the outbox and its options show it. */
export async function synchronizeAccount(pass: AccountPass, input: { systemCode: string }, now: Date): Promise<void> {
  const systemCode = read(systemCodeInput, input.systemCode, ['input', 'systemCode']);
  const others = pass.account.synchronizationOptions.filter(
    (option) => option.systemCode !== systemCode || option.key !== REQUESTED_AT,
  );
  if (others.length >= LIMITS.options) {
    throw new DomainError(invalidInput(['input', 'systemCode'], 'input.optionsFull', { most: LIMITS.options }));
  }
  const synchronizationOptions = inOrder([...others, { systemCode, key: REQUESTED_AT, value: now.toISOString() }]);
  await atOnce([
    insertSynchronizationRequest(pass, systemCode),
    changeAccount(pass, { synchronizationOptions }),
    addLine(pass, 'SYNCHRONIZED', synchronizationRequested(systemCode)),
  ]);
}
