import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { Problem } from './problem.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium that browser tests use: CHROME_PATH, else an installed one, else Playwright's own; undefined if none is there. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (!existsSync(asked)) throw new Problem(`CHROME_PATH names ${asked}, which does not exist.`);
    return asked;
  }
  return [...usualPlaces, chromium.executablePath()].find((place) => existsSync(place));
}

const install = (program: string, programArguments: string[]) =>
  spawnSync(program, programArguments, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

/** Finds Chromium or installs it, saying how. Throws a Problem if neither works. */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing it with apt-get.');
    install('apt-get', ['update', '-q']);
    install('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium']);
  }
  if (findChromium() === undefined) {
    console.log('No Chromium here: downloading the one of Playwright (about 150 MB).');
    install('node_modules/.bin/playwright', ['install', 'chromium']);
  }
  const installed = findChromium();
  if (installed === undefined) {
    throw new Problem(
      'The browser tests need Chromium and it could not be installed: install Chromium or Chrome, or set CHROME_PATH to one.',
    );
  }
  return installed;
}
