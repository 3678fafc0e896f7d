// Plain JavaScript without dependencies: it runs before node_modules exists, on whatever Node 20 or newer is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundledNode = path.join(root, 'node_modules', 'node', 'bin', 'node');

/** Ends with one sentence instead of a stack trace. */
function fail(sentence) {
  console.error(`\n  ${sentence}\n`);
  process.exit(1);
}

/** True when every installed package has the version that the lock file names. Optional packages of other platforms may be absent. */
function installationIsCurrent() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(path.join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([folder, entry]) => {
      if (folder === '') return true;
      const found = installed[folder];
      return found ? found.version === entry.version : entry.optional === true || entry.peer === true;
    });
  } catch {
    return false;
  }
}

/** True when the pinned Node runs on this machine. */
function bundledNodeRuns() {
  return existsSync(bundledNode) && spawnSync(bundledNode, ['--version']).status === 0;
}

/** What most likely went wrong, from what npm printed. */
function explain(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'The disk is full: free about 1 GB and run the command again.';
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i.test(output)) {
    return 'npm could not reach its registry: check the network (or `npm config get registry`) and run the command again.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return `npm may not write to ${root}: check who owns the folder.`;
  return `npm could not install the packages. Its last words:\n\n${output.trim().split('\n').slice(-12).join('\n')}`;
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20)
  fail(`Node ${process.versions.node} is too old to install Quorum: install Node 20 or newer from https://nodejs.org.`);

if (!installationIsCurrent() || !bundledNodeRuns()) {
  console.error('Installing the packages that package-lock.json names (about a minute, once)...');
  const npm = process.env.npm_execpath;
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...arguments_], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', arguments_, { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) fail(explain(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`));
  if (!bundledNodeRuns()) {
    fail(
      'The pinned Node was not set up, because npm skips install scripts here: run `npm ci --ignore-scripts=false`, then the command again.',
    );
  }
}
