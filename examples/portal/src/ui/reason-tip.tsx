import { type FocusEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';

interface TriggerProps {
  readonly onClick?: () => void;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly 'aria-describedby'?: string;
}

interface ReasonTipProps {
  /** None: there is nothing to be told. */
  readonly reason: string | null;
  /** The button that the reason belongs to; it must take these properties. */
  readonly children: (trigger: TriggerProps) => React.JSX.Element;
}

/**
 * A sentence that comes on hover, on focus and on a tap, and goes with Escape or when one leaves. Whoever cannot see it is
 * told it with the button.
 */
export function ReasonTip({ reason, children }: ReasonTipProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<HTMLElement | null>(null);
  // In the part of the page that it belongs to, be it under a dialog or not.
  const place = told?.closest('[role="dialog"], main');
  const id = useId();
  const isTold = reason !== null;
  const arrival = useArrival();
  return (
    <>
      <TooltipTrigger
        delay={150}
        closeDelay={80}
        isDisabled={!isTold}
        isOpen={isOpen && isTold}
        onOpenChange={(opens) => (opens || !arrival.isNow()) && setOpen(opens)}
        shouldCloseOnPress={false}
      >
        <Focusable>
          {children(isTold ? { onClick: () => setOpen(true), onFocus: arrival.onFocus, 'aria-describedby': id } : {})}
        </Focusable>
        <Tooltip className="tip" offset={8} placement="top" {...(place ? { UNSTABLE_portalContainer: place } : {})}>
          {reason}
        </Tooltip>
      </TooltipTrigger>
      {isTold && (
        <span id={id} ref={setTold} hidden>
          {reason}
        </span>
      )}
    </>
  );
}

/**
 * Whether the focus came this very moment, and is there still. What was out of view is scrolled into it by that, and a tip closes
 * when something is scrolled: whoever came by keys would not see why.
 */
function useArrival() {
  const place = useRef<Element | null>(null);
  const onFocus = ({ currentTarget }: FocusEvent) => {
    place.current = currentTarget;
    // The scrolling is told of before the next frame is drawn.
    requestAnimationFrame(() => {
      place.current = null;
    });
  };
  return { onFocus, isNow: () => place.current !== null && place.current === document.activeElement };
}
