import { type ComponentProps, useState } from 'react';
import { asNumber } from './number-text.ts';

interface NumberInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'onBlur' | 'value' | 'type'> {
  readonly value: string;
  readonly change: (value: unknown) => void;
}

/** As long as somebody types it is the text that they type: `1.` is on the way to `1.5`, and `1.50` is the same. */
export function NumberInput({ value, change, ...others }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...others}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value);
        change(asNumber(target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
