import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { ReasonTip } from './reason-tip.tsx';

type Tone = 'plain' | 'main' | 'danger' | 'quiet';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'isDisabled'> {
  readonly tone?: Tone;
}

export function Button({ tone = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button-${tone}`} />;
}

interface ActionButtonProps {
  readonly tone?: Tone;
  readonly children: React.ReactNode;
  /** Why it may not be done; null where it may. What may not stays reachable, so that its reason can be read. */
  readonly denied: string | null;
  readonly onPress: () => void;
}

/** A button that says why it cannot be pressed, instead of going away or failing. */
export function ActionButton({ tone = 'plain', children, denied, onPress }: ActionButtonProps) {
  if (denied === null) {
    return (
      <Button tone={tone} onPress={onPress}>
        {children}
      </Button>
    );
  }
  return (
    <ReasonTip reason={denied}>
      {(tip) => (
        <button type="button" className={`button button-${tone}`} aria-disabled="true" {...tip}>
          {children}
        </button>
      )}
    </ReasonTip>
  );
}
