import icon from '../icon.svg';
import { defineWords, useWords } from '../words/words.ts';

export const BRAND = defineWords({ brand: 'Distributor portal' }, { brand: 'Distributorportal' });

/** Whose page this is. */
export function Brand() {
  const { brand } = useWords(BRAND);
  return (
    <>
      <img src={icon} alt="" width="28" height="28" />
      <span className="brand-name">{brand}</span>
    </>
  );
}
