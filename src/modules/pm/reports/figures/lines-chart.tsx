import { LineChart } from '@mantine/charts';
import { ChartFrame } from './chart-frame';
import { evenTicks, lineEnds } from './line-ends';
import { LINE_LOOKS, type LineLook, Marker } from './line-looks';

export interface LineSeries<Row> {
  name: string;
  value: (row: Row) => number | null;
}

interface LinesChartProps<Row> {
  label: string;
  rows: readonly Row[];
  /** The words under the axis. */
  at: (row: Row) => string;
  /** One or two. */
  series: readonly LineSeries<Row>[];
  format: (value: number) => string;
  /** The top of the axis, where it is not simply the highest value. */
  max?: number | undefined;
}

/** One or two lines over time, told apart by dashes and markers, the last value of each written at its end. */
export function LinesChart<Row>({ label, rows, at, series, format, max }: LinesChartProps<Row>) {
  const looks = series.map(({ name }, index) => ({ name, look: LINE_LOOKS[index === 0 ? 0 : 1] }));
  const ends = lineEnds(series.map(({ name, value }) => ({ name, values: rows.map(value) })));
  // Two sessions of one day have the same words: points are told apart by their place.
  const data = rows.map((row, place) => ({
    place,
    ...Object.fromEntries(series.map(({ name, value }) => [name, value(row)])),
  }));
  const wordsAt = (place: number) => {
    const row = rows[place];
    return row === undefined ? '' : at(row);
  };
  return (
    <ChartFrame
      label={label}
      legend={looks.length > 1 ? looks.map(({ name, look }) => ({ name, swatch: <LineSwatch look={look} /> })) : []}
    >
      <LineChart
        h={240}
        data={data}
        dataKey="place"
        series={looks.map(({ name, look }) => ({
          name,
          color: look.color,
          ...(look.dashes && { strokeDasharray: look.dashes }),
        }))}
        curveType="linear"
        connectNulls={false}
        accessibilityLayer={false}
        valueFormatter={format}
        lineChartProps={{ margin: { right: 48, top: 12 } }}
        tooltipProps={{ labelFormatter: (place) => wordsAt(Number(place)) }}
        xAxisProps={{ tickFormatter: wordsAt, interval: 'equidistantPreserveStart', minTickGap: 12 }}
        yAxisProps={{
          domain: [0, max ?? 'auto'],
          allowDecimals: false,
          width: 52,
          ...(max !== undefined && { ticks: evenTicks(max) }),
        }}
        lineProps={({ name }) => ({
          isAnimationActive: false,
          dot: ({ cx, cy, index }) => {
            if (cx === undefined || cy === undefined || Number.isNaN(cy)) return <g key={index} />;
            const end = ends.get(name);
            return (
              <g key={index}>
                <Marker look={looks.find((one) => one.name === name)?.look ?? LINE_LOOKS[0]} x={cx} y={cy} />
                {end?.index === index && (
                  <text x={cx + 9} y={cy + end.shift} dy="0.35em" fontSize={13} fontWeight={600} fill="currentColor">
                    {format(end.value)}
                  </text>
                )}
              </g>
            );
          },
        })}
      />
    </ChartFrame>
  );
}

function LineSwatch({ look }: { look: LineLook }) {
  return (
    <svg width={36} height={12} aria-hidden>
      <line x1={0} x2={36} y1={6} y2={6} stroke={look.color} strokeWidth={2} strokeDasharray={look.dashes} />
      <Marker look={look} x={18} y={6} />
    </svg>
  );
}
