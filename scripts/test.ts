import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './stack/settings.ts';
import { quietEnvironment } from './stack/tools.ts';

interface Section {
  title: string;
  program: string;
  programArguments: string[];
}

const vitest = (project: string) => ({ program: 'vitest', programArguments: ['run', '--project', project] });

/** In order; what stands in one row runs side by side, because none of it keeps two cores busy alone. */
const rows: Section[][] = [
  [
    { title: 'Type check', program: 'tsc', programArguments: ['--noEmit'] },
    { title: 'Lint', program: 'biome', programArguments: ['check'] },
    { title: 'Build', program: 'vite', programArguments: ['build', '--logLevel', 'warn'] },
  ],
  [{ title: 'Unit tests', ...vitest('unit') }],
  [
    { title: 'Database tests', ...vitest('database') },
    { title: 'API tests', ...vitest('api') },
  ],
  [{ title: 'Browser tests', program: 'playwright', programArguments: ['test'] }],
];

interface Result {
  title: string;
  passed: boolean;
  seconds: number;
  /** What it said while others were speaking; empty for the first of a row, which speaks at once. */
  output: string;
}

function run(section: Section, aloud: boolean): Promise<Result> {
  const started = performance.now();
  const said: Buffer[] = [];
  return new Promise((resolve) => {
    const end = (passed: boolean) => {
      const seconds = Math.round((performance.now() - started) / 1000);
      resolve({ title: section.title, passed, seconds, output: Buffer.concat(said).toString() });
    };
    const child = spawn(path.join(projectRoot, 'node_modules', '.bin', section.program), section.programArguments, {
      cwd: projectRoot,
      env: { ...process.env, ...quietEnvironment },
      stdio: aloud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

const announce = (title: string) => console.log(`\n=== ${title} ===\n`);

/** npm test: every check in order. All of them run, so that one failure doesn't hide the next; any failure fails the whole. */
const results: Result[] = [];
for (const row of rows) {
  announce(row.map(({ title }) => title).join(', '));
  const ended = await Promise.all(row.map((section, index) => run(section, index === 0)));
  for (const { title, output } of ended.slice(1)) {
    announce(title);
    console.log(output);
  }
  results.push(...ended);
}

console.log('\n=== Result ===\n');
for (const { title, passed, seconds } of results) {
  console.log(`  ${passed ? 'passed' : 'FAILED'}  ${title} (${seconds} s)`);
}
const failed = results.filter((result) => !result.passed).map((result) => result.title);
console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
