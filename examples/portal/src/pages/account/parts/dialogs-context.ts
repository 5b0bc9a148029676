import { createContext, type ReactNode, useContext } from 'react';

export interface OpenDialog {
  /** Of the button that opened it. */
  readonly id: string;
  readonly render: (onClose: () => void) => ReactNode;
}

/** The dialogs of the items of a part, of which one may be open. */
export interface Dialogs {
  readonly openId: string | null;
  readonly show: (dialog: OpenDialog) => void;
}

export const DialogsContext = createContext<Dialogs | null>(null);

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (dialogs === null) throw new Error('Used outside of a part');
  return dialogs;
}
