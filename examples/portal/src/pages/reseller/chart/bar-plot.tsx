import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useFormats } from '../../../words/formats.ts';
import { regionOf, useLocale } from '../../../words/locale.tsx';
import type { CopiedInMonth } from './copied-by-month.tsx';

const HEIGHT = 260;

/**
 * Bars with their values on them. Nothing is told by colour, and nothing moves. Whoever cannot see it has the sentence above
 * and the table below.
 */
export default function BarPlot({ months }: { readonly months: readonly CopiedInMonth[] }) {
  const formats = useFormats();
  return (
    <div className="plot-bars" aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={{ width: 320, height: HEIGHT }}>
        <BarChart
          data={months as CopiedInMonth[]}
          margin={{ top: 24, right: 4, bottom: 4, left: 0 }}
          barCategoryGap="22%"
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="month"
            interval={0}
            height={44}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tick={MonthTick}
          />
          <YAxis
            allowDecimals={false}
            width={40}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--muted)', fontSize: 12 }}
            tickFormatter={formats.count}
          />
          <Bar dataKey="count" fill="var(--accent)" radius={[5, 5, 0, 0]} maxBarSize={44} isAnimationActive={false}>
            <LabelList
              dataKey="count"
              position="top"
              fill="var(--ink)"
              fontSize={12}
              fontWeight={600}
              formatter={(count) => formats.count(Number(count))}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

interface TickProps {
  readonly x?: string | number;
  readonly y?: string | number;
  readonly index?: number;
  readonly payload?: { readonly value: string };
}

/** The month, and below it the year where one begins. */
function MonthTick({ x, y, index, payload }: TickProps) {
  const region = regionOf(useLocale().locale);
  if (payload === undefined) return null;
  const day = new Date(`${payload.value}T00:00:00Z`);
  const month = new Intl.DateTimeFormat(region, { month: 'short', timeZone: 'UTC' }).format(day);
  // Two years side by side would run into each other.
  const hasYear = day.getUTCMonth() === 0 || (index === 0 && day.getUTCMonth() < 10);
  return (
    <text x={x} y={y} textAnchor="middle" fill="var(--muted)" className="plot-tick">
      <tspan x={x} dy="1.2em">
        {month.replace('.', '').slice(0, 3)}
      </tspan>
      {hasYear && (
        <tspan x={x} dy="1.3em" fontWeight={600}>
          {day.getUTCFullYear()}
        </tspan>
      )}
    </text>
  );
}
