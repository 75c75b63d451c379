const WIDTH = 480;
const HEIGHT = 150;
const TOP = 16;
const BOTTOM = 20;
const GAP_FRACTION = 0.25;

/** One bar, of one or several parts on top of each other. */
export interface Bar {
  readonly name: string;
  /** Written above the bar. */
  readonly total: string;
  readonly parts: readonly { readonly value: number; readonly className: string }[];
}

/** Bars for the eye; whoever draws it puts the same figures into a table, which is what a screen reader reads. */
export function BarChart({ bars }: { readonly bars: readonly Bar[] }) {
  const sums = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const highest = Math.max(...sums, 1);
  const step = WIDTH / Math.max(bars.length, 1);
  const barWidth = Math.min(step * (1 - GAP_FRACTION), 56);
  const scale = (HEIGHT - TOP - BOTTOM) / highest;
  return (
    <svg className="bar-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {bars.map(({ name, total, parts }, index) => {
        const middle = (index + 0.5) * step;
        let top = HEIGHT - BOTTOM;
        return (
          <g key={name}>
            {parts.map(({ value, className }) => {
              top -= value * scale;
              return (
                <rect
                  key={className}
                  className={className}
                  x={middle - barWidth / 2}
                  y={top}
                  width={barWidth}
                  height={value * scale}
                />
              );
            })}
            <text x={middle} y={HEIGHT - BOTTOM - (sums[index] ?? 0) * scale - 4}>
              {total}
            </text>
            <text x={middle} y={HEIGHT - 6}>
              {name}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
    </svg>
  );
}
