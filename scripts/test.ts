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

const sections: Section[] = [
  { title: 'Type check', program: 'tsc', programArguments: ['--noEmit'] },
  { title: 'Lint', program: 'biome', programArguments: ['check'] },
  { title: 'Unit tests', ...vitest('unit') },
  { title: 'Database tests', ...vitest('database') },
  { title: 'API tests', ...vitest('api') },
  { title: 'Build', program: 'vite', programArguments: ['build', '--logLevel', 'warn'] },
  { title: 'Browser tests', program: 'playwright', programArguments: ['test'] },
];

function run(section: Section): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(path.join(projectRoot, 'node_modules', '.bin', section.program), section.programArguments, {
      cwd: projectRoot,
      env: { ...process.env, ...quietEnvironment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** npm test: every check in order. All of them run, so that one failure doesn't hide the next; any failure fails the whole. */
const results: { title: string; passed: boolean; seconds: number }[] = [];
for (const section of sections) {
  console.log(`\n=== ${section.title} ===\n`);
  const started = performance.now();
  const passed = await run(section);
  results.push({ title: section.title, passed, seconds: Math.round((performance.now() - started) / 1000) });
}

console.log('\n=== Result ===\n');
for (const { title, passed, seconds } of results) {
  console.log(`  ${passed ? 'passed' : 'FAILED'}  ${title} (${seconds} s)`);
}
const failed = results.filter((result) => !result.passed).map((result) => result.title);
console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
