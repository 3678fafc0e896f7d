const started = performance.now();

/** Prints a line with the seconds since the start, so that it can be seen what takes its time. */
export function step(line: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${line}`);
}
