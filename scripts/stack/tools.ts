import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './settings.ts';

export interface ToolResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Environment for tools of others: telemetry and update checks off. */
export const quietEnvironment = {
  // Local connections never leave the machine and have no TLS; the Supabase CLI would say so in its output.
  PGSSLMODE: 'disable',
  DO_NOT_TRACK: '1',
  SUPABASE_TELEMETRY_DISABLED: '1',
  LITE_TELEMETRY: '0',
  SUPABASE_INTERNAL_NO_UPDATE_CHECK: '1',
};

/** Runs a program of node_modules/.bin in the project's folder and returns what it printed. Never throws on a failure. */
export function runTool(program: string, programArguments: string[]): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(path.join(projectRoot, 'node_modules', '.bin', program), programArguments, {
      cwd: projectRoot,
      env: { ...process.env, ...quietEnvironment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', (error) => resolve({ exitCode: 1, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });
}
