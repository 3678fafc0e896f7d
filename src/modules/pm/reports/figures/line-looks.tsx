/** How a line is drawn: told apart by dashes and by the shape at each point, not by colour alone. */
export interface LineLook {
  color: string;
  dashes: string | undefined;
  shape: 'circle' | 'square';
}

export const LINE_LOOKS: readonly [LineLook, LineLook] = [
  { color: 'var(--chart-ink)', dashes: undefined, shape: 'circle' },
  { color: 'var(--chart-ink-2)', dashes: '6 4', shape: 'square' },
];

/** The mark at a point of a line: a filled circle, or an open square. */
export function Marker({ look, x, y }: { look: LineLook; x: number; y: number }) {
  if (look.shape === 'circle') return <circle cx={x} cy={y} r={3.5} fill={look.color} />;
  return (
    <rect
      x={x - 3.5}
      y={y - 3.5}
      width={7}
      height={7}
      fill="var(--mantine-color-body)"
      stroke={look.color}
      strokeWidth={2}
    />
  );
}
