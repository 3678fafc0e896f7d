/** Fills that are told apart on a black-and-white print. */
export const FILLS = {
  solid: { color: 'var(--chart-ink)' },
  stripes: { color: 'var(--chart-ink-2)' },
  dots: { color: 'var(--chart-ink-2)' },
  empty: { color: 'var(--chart-ink-2)' },
} as const;

export type FillKey = keyof typeof FILLS;

/** The pattern that a fill refers to, by the chart's id and the fill's name. */
export function FillPattern({ id, fill }: { id: string; fill: FillKey }) {
  const { color } = FILLS[fill];
  return (
    <pattern
      id={`${id}${fill}`}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform={fill === 'stripes' ? 'rotate(45)' : undefined}
    >
      <rect width={6} height={6} fill={fill === 'solid' ? color : 'var(--mantine-color-body)'} />
      {fill === 'stripes' && <rect width={2.5} height={6} fill={color} />}
      {fill === 'dots' && <circle cx={3} cy={3} r={1.4} fill={color} />}
    </pattern>
  );
}

/** The fill with a name beside it. */
export function FillSwatch({ id, fill }: { id: string; fill: FillKey }) {
  return (
    <svg width={28} height={12} aria-hidden>
      <rect x={0.5} y={0.5} width={27} height={11} rx={2} fill={`url(#${id}${fill})`} stroke={FILLS[fill].color} />
    </svg>
  );
}
