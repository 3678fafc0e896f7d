import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, startApi } from '../../../scripts/stack/api.ts';
import { applyMigrations, applySeed } from '../../../scripts/stack/migrations.ts';
import { freePort } from '../../../scripts/stack/ports.ts';
import { projectRoot } from '../../../scripts/stack/settings.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../../scripts/stack/throwaway.ts';

// Every example of docs/api.md, in order, in one bash, against the demo: what an integrator copies works. A line whose comment
// names a code (# GROUP_AT_CAPACITY) or a status (# 401) is refused so; no other line is refused.

interface Answer {
  line: number;
  body: string;
}

let server: ThrowawayPostgres;
let api: RunningApi;
beforeAll(async () => {
  server = await startThrowawayPostgres();
  const url = await server.createDatabase('postgres');
  await applyMigrations(url);
  await applySeed(url);
  api = await startApi({
    port: await freePort(),
    databasePort: server.postgres.port,
    keys: server.keys,
    adminUrl: server.postgres.adminUrl('postgres'),
    siteUrl: 'http://localhost:5173',
    dataDirectory: server.dataDirectory,
    announce: () => {},
  });
}, 60_000);
afterAll(async () => {
  await api.stop();
  await server.stop();
});

/** The examples at the lines at which they stand in the document; all else is blank. */
function scriptOf(markdown: string): string {
  let inside = false;
  const lines = markdown.split('\n').map((line) => {
    if (line.startsWith('```')) {
      inside = line === '```bash';
      return '';
    }
    return inside ? line : '';
  });
  return lines.join('\n').replace('eval "$(npm run --silent env)"', '');
}

/** Runs the script and returns what each call of curl answered, with the line of the script that made it. */
async function answersOf(script: string): Promise<{ answers: Answer[]; errors: string }> {
  const file = path.join(server.dataDirectory, 'examples.sh');
  const log = path.join(server.dataDirectory, 'answers.log');
  await writeFile(log, '');
  // In the first line of the script, which is blank, so that lines keep their numbers.
  const spy = `curl() { local line=\${BASH_LINENO[-2]}; command curl "$@" | { body=$(cat); printf '%s\\x1f%s\\x1e' "$line" "$body" >> "$ANSWERS"; printf '%s' "$body"; }; }; set -u;`;
  await writeFile(file, spy + script.replace(/^[^\n]*/, ''));
  const child = spawn('bash', [file], {
    cwd: projectRoot,
    env: {
      ...process.env,
      ANSWERS: log,
      VITE_SUPABASE_URL: api.url,
      VITE_SUPABASE_PUBLISHABLE_KEY: server.keys.publishableKey,
      SUPABASE_SECRET_KEY: server.keys.secretKey,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  await new Promise((resolve) => child.on('close', resolve));
  const written = await readFile(log, 'utf8');
  await rm(file);
  const answers = written
    .split('\x1e')
    .filter((record) => record !== '')
    .map((record) => {
      const [line, body = ''] = record.split('\x1f');
      return { line: Number(line), body };
    });
  return { answers, errors };
}

const refusal = /"message": ?"((?:[^"\\]|\\.)*)"/;

/** The code (GROUP_AT_CAPACITY) or status (401) that the line's comment promises. */
function promisedRefusal(line: string): string | undefined {
  return /\s# (?:\d{3} )?([A-Z]+(?:_[A-Z]+)+|\d{3})\b/.exec(line)?.[1];
}

test('every example of docs/api.md does what it says', async () => {
  const markdown = await readFile(path.join(projectRoot, 'docs/api.md'), 'utf8');
  const { answers, errors } = await answersOf(scriptOf(markdown));
  expect(errors).toBe('');
  expect(answers.length).toBeGreaterThan(80);
  const lines = markdown.split('\n');
  const wrong = answers.flatMap(({ line, body }) => {
    const source = lines[line - 1] ?? '';
    const refused = body.includes('"code"') ? refusal.exec(body)?.[1] : undefined;
    const promised = promisedRefusal(source);
    const asPromised = promised === undefined ? refused === undefined : /^\d/.test(promised) || refused === promised;
    return asPromised ? [] : [`line ${line}: ${source}\n  answered ${body.slice(0, 300)}`];
  });
  expect(wrong).toEqual([]);
}, 120_000);
