import type { MouseEvent, ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { ReasonTip } from './reason-tip.tsx';

type Tone = 'plain' | 'main' | 'danger' | 'quiet';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'isDisabled'> {
  readonly tone?: Tone;
}

/**
 * While it waits for an answer it keeps the focus and does nothing. That is said by `aria-busy`, and not by the library's own
 * `isPending`, which leaves an image without a name on the page for each button that has waited.
 */
export function Button({ tone = 'plain', isPending = false, type = 'button', onPress, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`button button-${tone}`}
      type={isPending ? 'button' : type}
      {...(isPending || onPress === undefined ? {} : { onPress })}
      render={(button) => (
        <button
          {...button}
          {...(isPending ? { 'aria-busy': true, 'aria-disabled': true, 'data-pending': true } : {})}
        />
      )}
    />
  );
}

interface ActionButtonProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  /** Why it may not be done; null where it may. What may not stays reachable, so that its reason can be read. */
  readonly denied: string | null;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
}

/**
 * A button that says why it cannot be pressed, instead of going away or failing. It is one and the same button in either
 * case: when that changes while somebody is at it, the focus stays.
 */
export function ActionButton({ tone = 'plain', children, denied, onPress, type = 'button' }: ActionButtonProps) {
  const press = {
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      // Where a click does not bring the focus, it is to come back here from a dialog all the same.
      event.currentTarget.focus();
      onPress?.();
    },
  };
  return (
    <ReasonTip reason={denied}>
      {(tip) => (
        <button
          type={denied === null ? type : 'button'}
          className={`button button-${tone}`}
          {...(denied === null ? press : { 'aria-disabled': true })}
          {...tip}
        >
          {children}
        </button>
      )}
    </ReasonTip>
  );
}
