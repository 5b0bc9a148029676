import { z } from 'zod';
import { day, fieldMessage, quantity } from '../input';

/** From this day on a subscription is for so many units. */
export interface QuantityStep {
  readonly from: string;
  readonly quantity: number;
}

const MAX_STEPS = 1000;

/** The steps of a quantity in the order of their days; that the first is on the start date, the start tells (S26). */
export const quantitySteps: z.ZodType<readonly QuantityStep[]> = z
  .array(z.object({ from: day, quantity }))
  .min(1, { message: fieldMessage('input.empty') })
  .max(MAX_STEPS, { message: fieldMessage('input.tooMany', { most: MAX_STEPS }) })
  .superRefine((steps, context) => {
    for (const [index, { from }] of steps.entries()) {
      const before = steps[index - 1]?.from;
      if (before === undefined || before < from) continue;
      context.addIssue({
        code: 'custom',
        path: [index, 'from'],
        message: fieldMessage('input.notAscending', { before }),
      });
    }
  });

/** Whether the first step is on the day that the subscription starts. */
export function startsOn(steps: readonly QuantityStep[], startDate: string): boolean {
  return steps[0]?.from === startDate;
}

export function sameSteps(one: readonly QuantityStep[], other: readonly QuantityStep[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, quantity: units }, index) => other[index]?.from === from && other[index]?.quantity === units)
  );
}

/** How many units a day has: before the start the first, after the end the last that counts. */
export function quantityOn(
  { quantities, endDate }: { readonly quantities: readonly QuantityStep[]; readonly endDate: string | null },
  today: string,
): number {
  const until = endDate !== null && endDate < today ? endDate : today;
  const begun = quantities.findLast(({ from }) => from <= until) ?? quantities[0];
  if (!begun) throw new Error('A subscription has no quantity');
  return begun.quantity;
}
