import { BarChart } from '@mantine/charts';
import { useId } from 'react';
import { ChartFrame } from './chart-frame';
import { FILLS, type FillKey, FillPattern, FillSwatch } from './fills';

export interface BarSeries<Row> {
  name: string;
  fill: FillKey;
  value: (row: Row) => number | null;
}

interface BarsChartProps<Row> {
  label: string;
  rows: readonly Row[];
  at: (row: Row) => string;
  /** One, or several that are put on top of each other. */
  series: readonly BarSeries<Row>[];
  format: (value: number) => string;
}

/** Bars over time; parts of a bar are told apart by their pattern, a single series carries its values. */
export function BarsChart<Row>({ label, rows, at, series, format }: BarsChartProps<Row>) {
  // Patterns are looked up in the whole document: each chart has its own.
  const id = useId();
  const data = rows.map((row) => ({
    at: at(row),
    ...Object.fromEntries(series.map(({ name, value }) => [name, value(row)])),
  }));
  const isStacked = series.length > 1;
  const fills = series.map(({ fill }) => fill);
  return (
    <ChartFrame
      label={label}
      legend={isStacked ? series.map(({ name, fill }) => ({ name, swatch: <FillSwatch id={id} fill={fill} /> })) : []}
    >
      <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
        <defs>
          {fills.map((fill) => (
            <FillPattern key={fill} id={id} fill={fill} />
          ))}
        </defs>
      </svg>
      <BarChart
        h={240}
        data={data}
        dataKey="at"
        type={isStacked ? 'stacked' : 'default'}
        series={series.map(({ name, fill }) => ({ name, color: FILLS[fill].color }))}
        accessibilityLayer={false}
        valueFormatter={format}
        withBarValueLabel={!isStacked && rows.length <= 14}
        barChartProps={{ margin: { top: 18 } }}
        maxBarWidth={44}
        xAxisProps={{ interval: 'equidistantPreserveStart', minTickGap: 12 }}
        yAxisProps={{ allowDecimals: false, niceTicks: 'snap125', width: 52 }}
        barProps={({ name }) => {
          const fill = series.find((one) => one.name === name)?.fill ?? 'solid';
          return {
            isAnimationActive: false,
            fill: fill === 'solid' ? FILLS.solid.color : `url(#${id}${fill})`,
            stroke: FILLS[fill].color,
            strokeOpacity: 1,
            strokeWidth: 1,
          };
        }}
      />
    </ChartFrame>
  );
}
