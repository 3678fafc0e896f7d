import { runCommand } from '../scripts/stack/problem.ts';
import { step } from '../scripts/stack/progress.ts';
import { withThrowawayPostgres } from '../scripts/stack/throwaway.ts';
import { calendarRows } from './calendar/calendar-rows.ts';
import { DATABASE_PARTS, databaseRows } from './database-rows.ts';
import { downloadRows } from './download/download-rows.ts';
import { readOptions } from './options.ts';
import { report, table } from './report.ts';
import { type BenchRow, misses } from './row.ts';

/** npm run bench: what the design's section 10 promises, measured as ratios in one run. docs/bench.md explains the rows. */
await runCommand(async () => {
  const options = readOptions(process.argv.slice(2));
  const announce = options.json ? () => {} : step;
  const rows: BenchRow[] = [];
  if (DATABASE_PARTS.some((part) => options.only.has(part))) {
    rows.push(...(await withThrowawayPostgres((server) => databaseRows(server, options, announce))));
  }
  if (options.only.has('calendar')) rows.push(...(await calendarRows(announce)));
  if (options.only.has('download')) {
    rows.push(...(await withThrowawayPostgres((server) => downloadRows(server, announce))));
  }
  console.log(options.json ? report(rows, options.scale) : `\n${table(rows)}\n`);
  if (options.strict && rows.some(misses)) process.exitCode = 1;
});
